using System.Text;

namespace Sacredboard.Web.Formatting;

/// <summary>Any text as LaTeX that prints it and does nothing else.</summary>
public static class LatexText
{
    /// <summary>One line; control characters are spaces.</summary>
    public static string Of(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            written.Append(c switch
            {
                '\\' => @"\textbackslash{}",
                '{' or '}' or '$' or '&' or '#' or '%' or '_' => @"\" + c,
                '^' => @"\textasciicircum{}",
                '~' => @"\textasciitilde{}",
                // In the usual encoding these print as other signs.
                '<' => @"\textless{}",
                '>' => @"\textgreater{}",
                '|' => @"\textbar{}",
                '"' => "''",
                // After the end of a line these would be its options.
                '[' => "{[}",
                '*' => "{*}",
                '±' => @"$\pm$",
                '−' => "$-$",
                '∞' => @"$\infty$",
                '–' => "--",
                '…' => @"\dots{}",
                '↵' => " ",
                _ => char.IsControl(c) ? " " : c.ToString(),
            });
        }

        return written.ToString();
    }
}
