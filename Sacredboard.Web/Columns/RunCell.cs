using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Table;

namespace Sacredboard.Web.Columns;

/// <summary>
/// A cell that shows a value as text. There may be 60,000 on a page: written here instead of in a view, with no more markup than
/// each needs.
/// </summary>
public sealed class RunCell(RunRowViewModel row, RunColumn column) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var cell = row.Cell(column);
        writer.Write("<td class=\"c-");
        writer.Write(column.Kind);
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
        WriteText(writer, encoder, cell);
        writer.Write("</td>");
    }

    private void WriteLook(TextWriter writer)
    {
        var bar = column.Spec.Look == ColumnLook.Bar;
        if (column.Range is { } range && (bar ? range.BarStep(row.Value(column)) : range.ScaleStep(row.Value(column))) is { } step)
        {
            writer.Write(bar ? " bar part-" : " scale part-");
            writer.Write(step.ToString(CultureInfo.InvariantCulture));
        }
    }

    // Text of any direction is set apart from its surroundings; plain letters and digits need that not.
    private static void WriteText(TextWriter writer, HtmlEncoder encoder, CellText cell)
    {
        var plain = System.Text.Ascii.IsValid(cell.Text) || cell.Kind is not (CellKind.Text or CellKind.Composite);
        writer.Write(plain ? "" : "<bdi>");
        encoder.Encode(writer, cell.Text);
        writer.Write(plain ? "" : "</bdi>");
    }
}
