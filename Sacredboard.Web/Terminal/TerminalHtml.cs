using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Sacredboard.Web.Terminal;

/// <summary>
/// Rows of a terminal as HTML: a span of class <c>row-text</c> for each, including its line end. White space is significant, so no
/// Razor view writes it.
/// </summary>
/// <param name="rows">The rows.</param>
/// <param name="found">A position in the output; the row that has it is marked. Null for none.</param>
public sealed class TerminalHtml(IReadOnlyList<TerminalRow> rows, long? found = null) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var marked = found is { } position ? rows.LastOrDefault(row => row.Start <= position) : null;
        foreach (var row in rows)
        {
            writer.Write(row == marked ? "<span class=\"row-text found\" data-found>" : "<span class=\"row-text\">");
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
