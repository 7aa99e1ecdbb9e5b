using System.Text.Encodings.Web;
using Sacredboard.Data.Values;

namespace Sacredboard.Web.Formatting;

/// <summary>Writes one line of a <see cref="ValueTree"/>: a key, a type, a value without children.</summary>
/// <param name="wholeUrl">URL of the complete value, linked when there is too much to show.</param>
internal sealed class ValueTreeLine(TextWriter writer, HtmlEncoder encoder, string wholeUrl)
{
    private const int MaxInlineText = 400;
    private const int MaxText = 100_000;
    // Of a larger value the script copies the decoded form.
    private const int MaxJson = 20_000;

    /// <summary>A line for a value without children, or nested too deeply to show them.</summary>
    /// <param name="key">Null for the root value.</param>
    /// <param name="node">The value.</param>
    /// <param name="isIndex">True for an index of a list.</param>
    /// <param name="of">The value as an address names it, for the button that filters by it; null for no button.</param>
    /// <param name="marks">Words behind it.</param>
    public void WriteLeaf(string? key, SacredValue node, bool isIndex, string? of, IReadOnlyList<ValueMark> marks)
    {
        var kind = ValueText.KindOf(node);
        writer.Write("<div class=\"leaf\" data-node");
        WriteJson(IsDerivableFromText(node, kind) ? null : node);
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
            // Nested too deeply for browsers: the rest is shown as one text.
            WriteText(SacredJson.ToText(plain));
        }
        else
        {
            writer.Write($"<bdi class=\"value {Css(kind)}\">");
            encoder.Encode(writer, ValueText.OneLine(plain));
            writer.Write("</bdi>");
        }

        WriteMarks(marks);
        if (of is not null)
        {
            writer.Write("<noscript><button class=\"pick\" form=\"pick\" name=\"of\" value=\"");
            encoder.Encode(writer, of);
            writer.Write("\">filter</button></noscript>");
        }

        writer.Write("</div>");
    }

    /// <param name="key">Null for the root value.</param>
    /// <param name="isIndex">True for an index of a list.</param>
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

    public void WriteMarks(IReadOnlyList<ValueMark> marks)
    {
        foreach (var mark in marks)
        {
            writer.Write($"<bdi class=\"value-mark {mark.Kind}\" data-mark=\"{mark.Kind}\" title=\"");
            encoder.Encode(writer, mark.Title);
            writer.Write("\">");
            encoder.Encode(writer, mark.Text);
            writer.Write("</bdi>");
        }
    }

    /// <summary>The Python type of a typed value.</summary>
    public void WriteType(SacredValue node)
    {
        if (node is SacredTyped typed)
        {
            writer.Write("<bdi class=\"type\">");
            encoder.Encode(writer, ValueText.Visible(Ellipsis.Middle(typed.TypeName, 60)));
            writer.Write("</bdi>");
        }
    }

    /// <summary>The attribute from which a script copies the JSON; none for null or when it is too large.</summary>
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
            // "32" is not 32: text that reads as another value is quoted.
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
            writer.Write("\">whole value as JSON</a>");
        }

        writer.Write("</details>");
    }

    /// <summary>Whether a script can derive the stored JSON from the text and its class. A NUL does not survive in a page.</summary>
    private static bool IsDerivableFromText(SacredValue node, CellKind kind) =>
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
