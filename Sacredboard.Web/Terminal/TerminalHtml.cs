using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Terminal;

/// <summary>
/// Rows of a terminal as HTML: a span of class <c>row-text</c> for each, including its line end. White space is significant, so no
/// Razor view writes it.
/// </summary>
/// <param name="rows">The rows.</param>
/// <param name="first">The number of the first, from 0: each gets a link to it, <c>#L1</c>. Null for rows without numbers.</param>
/// <param name="found">The number of the row, from 0, that is marked; null for none.</param>
public sealed class TerminalHtml(IReadOnlyList<TerminalRow> rows, int? first = null, int? found = null) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            WriteStart(writer, first + index);
            foreach (var (text, classes) in rows[index].Spans)
            {
                if (classes is null)
                {
                    encoder.Encode(writer, text);
                    continue;
                }

                writer.Write("<span class=\"");
                writer.Write(classes);
                writer.Write("\">");
                encoder.Encode(writer, text);
                writer.Write("</span>");
            }

            if (rows[index].Hidden is > 0 and var hidden)
            {
                writer.Write($"<span class=\"{TerminalStyle.ControlClass}\"> … {NumberText.Count(hidden)} more characters</span>");
            }

            writer.Write("\n</span>");
        }
    }

    private void WriteStart(TextWriter writer, int? number)
    {
        writer.Write("<span class=\"row-text");
        writer.Write(number is not null && number == found ? " found\" data-found" : "\"");
        if (number is { } row)
        {
            // The number itself is written by the style sheet, so that it is not copied along.
            var line = (row + 1).ToString(CultureInfo.InvariantCulture);
            writer.Write($" id=\"L{line}\"><a class=\"row-number\" href=\"#L{line}\" data-line=\"{line}\" tabindex=\"-1\" ");
            writer.Write($"aria-label=\"Line {line}\"></a>");
            return;
        }

        writer.Write('>');
    }
}
