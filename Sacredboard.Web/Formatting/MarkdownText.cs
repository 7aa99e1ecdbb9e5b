using System.Text;

namespace Sacredboard.Web.Formatting;

/// <summary>Any text as the cell of a Markdown table (GitHub) that shows it and does nothing else.</summary>
public static class MarkdownText
{
    private const string Special = @"\`*_{}[]<>()#+!|~&$";

    /// <summary>One line; control characters are spaces.</summary>
    public static string Of(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            written.Append(Special.Contains(c) ? @"\" : "").Append(char.IsControl(c) ? ' ' : c);
        }

        return written.ToString();
    }
}
