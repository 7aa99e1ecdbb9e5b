using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Sacredboard.Data.Values;

namespace Sacredboard.Web.Formatting;

/// <summary>
/// A value as nested HTML that opens and closes without scripts: <c>details</c> for what holds others, a line for the rest.
/// Written straight to the page, because a config may have thousands of keys. <c>wwwroot/js/shared/tree.js</c> searches and copies by
/// its <c>data-node</c> hooks: <c>data-kind</c> is object, list or chunk; <c>data-json</c> stands where the text alone would not tell the JSON.
/// </summary>
/// <param name="value">Decoded; see <see cref="SacredTyped"/>.</param>
/// <param name="wholeUrl">Where all of it can be had when there is too much to show.</param>
public sealed class ValueTree(SacredValue value, string wholeUrl) : IHtmlContent
{
    // With so many branches or less, all are open at first.
    private const int OpenWhenAtMost = 40;
    private const int MaxNodes = 20_000;
    // Browsers stop nesting at 512 elements.
    private const int MaxDepth = 100;
    private const int ChunkSize = 100;
    private const int LongText = 400;
    private const int MaxText = 100_000;
    // Of what is larger, the decoded form is copied.
    private const int MaxJson = 20_000;
    private const int PreviewLength = 80;

    private TextWriter _writer = TextWriter.Null;
    private HtmlEncoder _encoder = HtmlEncoder.Default;
    private int _nodes;
    private bool _open;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        (_writer, _encoder, _nodes) = (writer, encoder, 0);
        _open = TreeShape.HasAtMost(value, OpenWhenAtMost);
        if (TreeShape.Children(value) is { } children)
        {
            _writer.Write($"<div data-node data-kind=\"{children.Kind}\">");
            WriteChildren(children, depth: 0);
            _writer.Write("</div>");
        }
        else
        {
            WriteNode(null, value, isIndex: false, depth: 0);
        }
    }

    private void WriteNode(string? key, SacredValue node, bool isIndex, int depth)
    {
        _nodes++;
        if (TreeShape.Children(node) is { Count: > 0 } children && depth < MaxDepth && !TreeShape.IsShortList(node))
        {
            WriteBranch(key, node, children, isIndex, depth);
        }
        else
        {
            WriteLeaf(key, node, isIndex);
        }
    }

    private void WriteBranch(string? key, SacredValue node, TreeShape.Inner children, bool isIndex, int depth)
    {
        _writer.Write($"<details data-node data-kind=\"{children.Kind}\"");
        WriteJson(node is SacredTyped ? node : null);
        _writer.Write(_open ? " open><summary>" : "><summary>");
        WriteKey(key, isIndex);
        WriteType(node);
        _writer.Write($"<span class=\"count\">{(children.Kind == "list" ? '[' : '{')}{children.Count.ToString(CultureInfo.InvariantCulture)}{(children.Kind == "list" ? ']' : '}')}</span>");
        _writer.Write("<bdi class=\"preview\">");
        _encoder.Encode(_writer, ValueText.OneLine(node, PreviewLength));
        _writer.Write("</bdi></summary>");
        WriteChildren(children, depth + 1);
        _writer.Write("</details>");
    }

    private void WriteChildren(TreeShape.Inner children, int depth)
    {
        var chunks = children.Kind == "list" && children.Count > ChunkSize;
        for (var i = 0; i < children.Count; i++)
        {
            if (_nodes >= MaxNodes)
            {
                WriteRest(children.Count - i);
                break;
            }

            if (chunks && i % ChunkSize == 0)
            {
                var last = Math.Min(i + ChunkSize, children.Count) - 1;
                _writer.Write($"{(i > 0 ? "</details>" : "")}<details data-node data-kind=\"chunk\"><summary><span class=\"key index\">{i} … {last}</span></summary>");
            }

            var (key, child) = children.At(i);
            if (key == ValueText.Docstring && child is SacredText help)
            {
                _writer.Write("<p class=\"doc\" data-node data-key=\"__doc__\"><bdi class=\"value\">");
                _encoder.Encode(_writer, help.Value);
                _writer.Write("</bdi></p>");
                continue;
            }

            WriteNode(key, child, children.Kind == "list", depth);
        }

        _writer.Write(chunks ? "</details>" : "");
    }

    private void WriteRest(int count)
    {
        _writer.Write("<p class=\"doc\">… and ");
        _encoder.Encode(_writer, NumberText.Count(count));
        _writer.Write(" more: <a href=\"");
        _encoder.Encode(_writer, wholeUrl);
        _writer.Write("\">all as JSON</a></p>");
    }

    private void WriteLeaf(string? key, SacredValue node, bool isIndex)
    {
        var kind = ValueText.KindOf(node);
        _writer.Write("<div class=\"leaf\" data-node");
        WriteJson(IsToldByText(node, kind) ? null : node);
        _writer.Write('>');
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
            _writer.Write($"<bdi class=\"value {Css(kind)}\">");
            _encoder.Encode(_writer, ValueText.OneLine(plain));
            _writer.Write("</bdi>");
        }

        _writer.Write("</div>");
    }

    private void WriteText(string text)
    {
        if (text.Length <= LongText)
        {
            // "32" is not 32: what reads as something else stands in quotes.
            _writer.Write(ValueText.NeedsQuotes(text) ? "<bdi class=\"value quoted\">" : "<bdi class=\"value\">");
            _encoder.Encode(_writer, text);
            _writer.Write("</bdi>");
            return;
        }

        _writer.Write("<details class=\"whole\"><summary><bdi class=\"head\">");
        _encoder.Encode(_writer, Ellipsis.End(text, LongText / 2));
        _writer.Write($"</bdi> <span class=\"size\">{NumberText.Count(text.Length)} characters</span></summary><bdi class=\"value\">");
        _encoder.Encode(_writer, Ellipsis.End(text, MaxText));
        _writer.Write("</bdi>");
        if (text.Length > MaxText)
        {
            _writer.Write("<a href=\"");
            _encoder.Encode(_writer, wholeUrl);
            _writer.Write("\">all of it as JSON</a>");
        }

        _writer.Write("</details>");
    }

    private void WriteKey(string? key, bool isIndex)
    {
        if (key is null)
        {
            return;
        }

        var visible = key.Length == 0 ? "\"\"" : ValueText.Visible(key);
        _writer.Write(isIndex ? "<bdi class=\"key index\"" : "<bdi class=\"key\"");
        if (visible != key)
        {
            _writer.Write(" data-key=\"");
            _encoder.Encode(_writer, key);
            _writer.Write('"');
        }

        _writer.Write('>');
        _encoder.Encode(_writer, visible);
        _writer.Write("</bdi>");
    }

    private void WriteType(SacredValue node)
    {
        if (node is SacredTyped typed)
        {
            _writer.Write("<bdi class=\"type\">");
            _encoder.Encode(_writer, ValueText.Visible(Ellipsis.Middle(typed.TypeName, 60)));
            _writer.Write("</bdi>");
        }
    }

    private void WriteJson(SacredValue? node)
    {
        if (node is not null)
        {
            var json = SacredJson.ToText(node);
            if (json.Length > MaxJson)
            {
                return;
            }

            _writer.Write(" data-json=\"");
            _encoder.Encode(_writer, json);
            _writer.Write('"');
        }
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
