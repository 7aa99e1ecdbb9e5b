using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Web.Formatting;

/// <summary>
/// A value as nested HTML that opens and closes without scripts: <c>details</c> for values with children, a line for others. Written
/// directly to the response, because a config may have thousands of keys. <c>wwwroot/js/shared/tree.js</c> searches and copies by its
/// <c>data-node</c> hooks: <c>data-kind</c> is object, list or chunk; <c>data-json</c> holds the JSON where it cannot be derived from
/// the text.
/// </summary>
/// <param name="value">The decoded value; see <see cref="SacredTyped"/>.</param>
/// <param name="wholeUrl">URL of the complete value, linked when there is too much to show.</param>
/// <param name="origin">Where a table can filter by the values; null where it cannot.</param>
public sealed class ValueTree(SacredValue value, string wholeUrl, ValueOrigin? origin = null) : IHtmlContent
{
    // Up to this many nodes, all branches are open at first.
    private const int MaxOpenNodes = 40;
    private const int ChunkSize = 100;
    private const int PreviewLength = 80;

    // Each has a button for browsers without scripts; scripts make one where it is needed.
    private const int MaxPicked = 500;

    /// <summary>Words behind its values, by <see cref="ValueMark.PathOf"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ValueMark>> Marks { get; init; } = new Dictionary<string, IReadOnlyList<ValueMark>>();

    private TextWriter _writer = TextWriter.Null;
    private HtmlEncoder _encoder = HtmlEncoder.Default;
    private ValueTreeLine _line = new(TextWriter.Null, HtmlEncoder.Default, wholeUrl: "");
    private readonly List<string> _path = [];
    private TreePlan? _plan;
    private int _nodes;
    private bool _open;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        (_writer, _encoder, _line, _nodes) = (writer, encoder, new(writer, encoder, wholeUrl), 0);
        _open = TreeShape.HasAtMost(value, MaxOpenNodes);
        if (TreeShape.Children(value) is { } children)
        {
            _plan = new(value);
            _writer.Write($"<div data-node data-kind=\"{children.Kind}\">");
            WriteChildren(value, children, depth: 0);
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
        if (key is not null)
        {
            _path.Add(key);
        }

        if (_plan is not null && TreePlan.IsBranch(node, depth + 1))
        {
            WriteBranch(key, node, TreeShape.Children(node)!, isIndex, depth);
        }
        else
        {
            var of = origin is not null && _path.Count > 0 && _nodes <= MaxPicked ? origin.Of(_path) : null;
            _line.WriteLeaf(key, node, isIndex, of, MarksHere());
        }

        if (key is not null)
        {
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void WriteBranch(string? key, SacredValue node, TreeShape.Inner children, bool isIndex, int depth)
    {
        _writer.Write($"<details data-node data-kind=\"{children.Kind}\"");
        _line.WriteJson(node is SacredTyped ? node : null);
        _writer.Write(_open ? " open><summary>" : "><summary>");
        _line.WriteKey(key, isIndex);
        _line.WriteType(node);
        var (open, close) = children.Kind == "list" ? ('[', ']') : ('{', '}');
        _writer.Write($"<span class=\"count\">{open}{children.Count.ToString(CultureInfo.InvariantCulture)}{close}</span>");
        _writer.Write("<bdi class=\"preview\">");
        _encoder.Encode(_writer, ValueText.OneLine(node, PreviewLength));
        _writer.Write("</bdi>");
        _line.WriteMarks(MarksHere());
        _writer.Write("</summary>");
        WriteChildren(node, children, depth + 1);
        _writer.Write("</details>");
    }

    private void WriteChildren(SacredValue branch, TreeShape.Inner children, int depth)
    {
        var shown = _plan!.Shown(branch);
        var chunks = children.Kind == "list" && shown > ChunkSize;
        for (var i = 0; i < shown; i++)
        {
            if (chunks && i % ChunkSize == 0)
            {
                var last = Math.Min(i + ChunkSize, shown) - 1;
                _writer.Write($"{(i > 0 ? "</details>" : "")}<details data-node data-kind=\"chunk\"><summary><span class=\"key "
                    + $"index\">{i} … {last}</span></summary>");
            }

            var (key, child) = children.At(i);
            if (key == ConfigKey.Docstring && child is SacredText help)
            {
                _writer.Write($"<p class=\"doc\" data-node data-key=\"{ConfigKey.Docstring}\"><bdi class=\"value\">");
                _encoder.Encode(_writer, help.Value);
                _writer.Write("</bdi></p>");
                continue;
            }

            WriteNode(key, child, children.Kind == "list", depth);
        }

        _writer.Write(chunks ? "</details>" : "");
        if (shown < children.Count)
        {
            WriteRest(children.Count - shown);
        }
    }

    private IReadOnlyList<ValueMark> MarksHere() =>
        Marks.Count > 0 && Marks.TryGetValue(ValueMark.PathOf(_path), out var marks) ? marks : [];

    private void WriteRest(int count)
    {
        _writer.Write("<p class=\"doc\">… and ");
        _encoder.Encode(_writer, NumberText.Count(count));
        _writer.Write(" more: <a href=\"");
        _encoder.Encode(_writer, wholeUrl);
        _writer.Write("\">all as JSON</a></p>");
    }
}
