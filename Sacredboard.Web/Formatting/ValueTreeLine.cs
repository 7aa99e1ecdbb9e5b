using System.Text.Encodings.Web;
using Sacredboard.Data.Values;

namespace Sacredboard.Web.Formatting;

/// <summary>What stands on one line of a <see cref="ValueTree"/>: a key, a type, a value that holds no others.</summary>
/// <param name="wholeUrl">Where all of it can be had when there is too much to show.</param>
internal sealed class ValueTreeLine(TextWriter writer, HtmlEncoder encoder, string wholeUrl)
{
    private const int MaxInlineText = 400;
    private const int MaxText = 100_000;
    // Of what is larger, the decoded form is copied.
    private const int MaxJson = 20_000;

    /// <summary>A whole line for what holds no others, or is nested too deep to show what it holds.</summary>
    public void WriteLeaf(string? key, SacredValue node, bool isIndex)
    {
        var kind = ValueText.KindOf(node);
        writer.Write("<div class=\"leaf\" data-node");
        WriteJson(IsToldByText(node, kind) ? null : node);
        writer.Write('>');
        WriteKey(key, isIndex);
        WriteType(node);
        var plain = node is SacredTyped { Value: { } inner } ? inner : node;
        if (plain is SacredText text)
        {
            WriteText(text.Value);
        }
        else if (kind == CellKind.Composite && !TreeShape.IsShortList(node) && TreeShape.Children(node) is { Count: > 0 })
        {
            // Nested too deep for a browser: the rest as one text.
            WriteText(SacredJson.ToText(plain));
        }
        else
        {
            writer.Write($"<bdi class=\"value {Css(kind)}\">");
            encoder.Encode(writer, ValueText.OneLine(plain));
            writer.Write("</bdi>");
        }

        writer.Write("</div>");
    }

    /// <param name="key">Null for the value that stands alone.</param>
    /// <param name="isIndex">Of a list.</param>
    public void WriteKey(string? key, bool isIndex)
    {
        if (key is null)
        {
            return;
        }

        var visible = key.Length == 0 ? "\"\"" : ValueText.Visible(key);
        writer.Write(isIndex ? "<bdi class=\"key index\"" : "<bdi class=\"key\"");
        if (visible != key)
        {
            writer.Write(" data-key=\"");
            encoder.Encode(writer, key);
            writer.Write('"');
        }

        writer.Write('>');
        encoder.Encode(writer, visible);
        writer.Write("</bdi>");
    }

    /// <summary>Its type, where Python had one of its own for it.</summary>
    public void WriteType(SacredValue node)
    {
        if (node is SacredTyped typed)
        {
            writer.Write("<bdi class=\"type\">");
            encoder.Encode(writer, ValueText.Visible(Ellipsis.Middle(typed.TypeName, 60)));
            writer.Write("</bdi>");
        }
    }

    /// <summary>The attribute for a script that copies it; of null, or what is too large, none.</summary>
    public void WriteJson(SacredValue? node)
    {
        if (node is not null)
        {
            var json = SacredJson.ToText(node);
            if (json.Length > MaxJson)
            {
                return;
            }

            writer.Write(" data-json=\"");
            encoder.Encode(writer, json);
            writer.Write('"');
        }
    }

    private void WriteText(string text)
    {
        if (text.Length <= MaxInlineText)
        {
            // "32" is not 32: what reads as something else stands in quotes.
            writer.Write(ValueText.NeedsQuotes(text) ? "<bdi class=\"value quoted\">" : "<bdi class=\"value\">");
            encoder.Encode(writer, text);
            writer.Write("</bdi>");
            return;
        }

        writer.Write("<details class=\"whole\"><summary><bdi class=\"head\">");
        encoder.Encode(writer, Ellipsis.End(text, MaxInlineText / 2));
        writer.Write($"</bdi> <span class=\"size\">{NumberText.Count(text.Length)} characters</span></summary><bdi class=\"value\">");
        encoder.Encode(writer, Ellipsis.End(text, MaxText));
        writer.Write("</bdi>");
        if (text.Length > MaxText)
        {
            writer.Write("<a href=\"");
            encoder.Encode(writer, wholeUrl);
            writer.Write("\">all of it as JSON</a>");
        }

        writer.Write("</details>");
    }

    /// <summary>Whether a script can tell the stored JSON from the text and its class. A NUL does not survive in a page.</summary>
    private static bool IsToldByText(SacredValue node, CellKind kind) =>
        node is SacredText text ? !text.Value.Contains('\0')
        : node is not (SacredTyped or SacredDate) && kind is CellKind.Number or CellKind.Word;

    private static string Css(CellKind kind) => kind switch
    {
        CellKind.Number => "number",
        CellKind.Word => "word",
        CellKind.NonFinite => "nonfinite",
        _ => "",
    };
}
