using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Columns;

/// <summary>
/// A cell that shows a value as text. It is written here and not in a view because a page may have 60,000 of them.
/// </summary>
/// <param name="column">The column of the cell.</param>
/// <param name="cell">The text and its format.</param>
/// <param name="number">Its number, for the length of a bar or the shade of a colour.</param>
public sealed class RunCell(RunColumn column, CellText cell, double? number) : IHtmlContent
{
    /// <summary>What is odd about the value; null for nothing.</summary>
    public string? Mark { get; init; }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<td class=\"");
        writer.Write(column.Css);
        if (column.IsNumeric)
        {
            writer.Write(" num");
        }

        if (cell.Css is { } css)
        {
            writer.Write(' ');
            writer.Write(css);
        }

        WriteLook(writer);
        writer.Write('"');
        if ((cell.Full, Mark) is not (null, null))
        {
            WriteAttribute(writer, encoder, "title", (cell.Full, Mark) is ({ } full, { } odd) ? $"{full}. {odd}" : cell.Full ?? Mark!);
        }

        writer.Write('>');
        if (Mark is not null)
        {
            writer.Write("<span class=\"cell-mark\" role=\"img\" data-mark");
            WriteAttribute(writer, encoder, "aria-label", Mark);
            writer.Write("></span>");
        }

        CellHtml.WriteText(writer, encoder, cell.Text);
        writer.Write("</td>");
    }

    private static void WriteAttribute(TextWriter writer, HtmlEncoder encoder, string name, string text)
    {
        writer.Write(' ');
        writer.Write(name);
        writer.Write("=\"");
        encoder.Encode(writer, text);
        writer.Write('"');
    }

    private void WriteLook(TextWriter writer)
    {
        if (column.LookOf(number) is { } look)
        {
            writer.Write(' ');
            writer.Write(look);
        }
    }
}
