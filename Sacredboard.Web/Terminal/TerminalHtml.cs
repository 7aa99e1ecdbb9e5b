using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Sacredboard.Web.Terminal;

/// <summary>
/// Rows of a terminal as HTML: a span of class <c>row-text</c> for each, including its line end. White space is significant, so no
/// Razor view writes it.
/// </summary>
public sealed class TerminalHtml(IReadOnlyList<TerminalRow> rows) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var row in rows)
        {
            writer.Write("<span class=\"row-text\">");
            foreach (var (text, classes) in row.Spans)
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

            writer.Write("\n</span>");
        }
    }
}
