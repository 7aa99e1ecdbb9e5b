using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Compare;

namespace Sacredboard.Web.ComparePage;

/// <summary>A cell of a comparison. It is written here and not in a view because a page may have 50,000 of them.</summary>
public sealed class CompareCell(CompareRow row, int run) : IHtmlContent
{
    private const int MaxText = 60;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var cell = row.Cells[run];
        var isBest = row.Best.Contains(run);
        var text = Ellipsis.End(cell.Text, MaxText);
        writer.Write("<td");
        var css = string.Join(' ', new[] { row.IsNumeric ? "num" : null, cell.Css, isBest ? "best" : null }.OfType<string>());
        Attribute("class", css.Length == 0 ? null : css);
        Attribute("title", isBest ? $"{cell.Full ?? cell.Text}, best: {row.Goal}" : cell.Full ?? (text == cell.Text ? null : cell.Text));
        writer.Write(isBest ? " data-best>" : ">");
        CellHtml.WriteText(writer, encoder, text);
        writer.Write(isBest ? "<span class=\"visually-hidden\"> best</span></td>" : "</td>");

        void Attribute(string name, string? value)
        {
            if (value is not null)
            {
                writer.Write($" {name}=\"");
                encoder.Encode(writer, value);
                writer.Write('"');
            }
        }
    }
}
