using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Columns;

/// <summary>
/// A cell that shows a value as text. There may be 60,000 on a page: written here instead of in a view, with no more markup than
/// each needs.
/// </summary>
/// <param name="column">Where it stands.</param>
/// <param name="cell">What it shows.</param>
/// <param name="value">What that is made of, for the length of a bar or the shade of a colour.</param>
public sealed class RunCell(RunColumn column, CellText cell, SacredValue? value) : IHtmlContent
{
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
        if (cell.Full is { } full)
        {
            writer.Write(" title=\"");
            encoder.Encode(writer, full);
            writer.Write('"');
        }

        writer.Write('>');
        WriteText(writer, encoder);
        writer.Write("</td>");
    }

    private void WriteLook(TextWriter writer)
    {
        var bar = column.Spec.Look == ColumnLook.Bar;
        if (column.Range is { } range && (bar ? range.BarStep(value) : range.ScaleStep(value)) is { } step)
        {
            writer.Write(bar ? " bar part-" : " scale part-");
            writer.Write(step.ToString(CultureInfo.InvariantCulture));
        }
    }

    // Text of any direction is set apart from its surroundings; plain letters and digits need that not.
    private void WriteText(TextWriter writer, HtmlEncoder encoder)
    {
        var plain = System.Text.Ascii.IsValid(cell.Text) || cell.Kind is not (CellKind.Text or CellKind.Composite);
        writer.Write(plain ? "" : "<bdi>");
        encoder.Encode(writer, cell.Text);
        writer.Write(plain ? "" : "</bdi>");
    }
}
