using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Values;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Columns;

namespace Sacredboard.Web.ColumnsPage;

/// <summary>Makes the tree of fields from the columns that a catalog lists.</summary>
/// <param name="shown">The columns of the table.</param>
/// <param name="find">Words that a field must all contain; "" for all fields.</param>
/// <param name="resolve">Gives the field that a bare name stands for.</param>
public sealed class FieldTreeBuilder(IReadOnlySet<RunField> shown, string find, Func<RunField, RunField> resolve)
{
    /// <summary>More fields are slow in a browser and too long to look through; the search finds the rest.</summary>
    private const int MaxFields = 800;

    private const int MaxMetrics = 100;

    /// <summary>Groups of up to this many fields are short enough to be shown open.</summary>
    private const int MaxOpenFields = 40;

    private const int ExampleLength = 60;

    private readonly string[] _words = find.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public FieldTree Build(ColumnListing listing, IReadOnlyList<MetricName>? metrics)
    {
        var groups = listing.Paths.GroupBy(path => path.Field.Root, path => path)
            .Select(group => (Title: group.Key.ToString(), Fields: Matching([.. group])))
            .Prepend((Title: "Run", Fields: Matching([.. listing.Own.Where(own => !OwnColumns.IsFixed(own.Field))])))
            .Where(group => group.Fields.Count > 0)
            .ToList();
        var nodes = new List<FieldNode>();
        var room = MaxFields;
        foreach (var (title, fields) in groups)
        {
            var taken = fields.Take(room).ToList();
            room -= taken.Count;
            nodes.Add(Group(title, taken));
        }

        var metricNodes = new MetricFields(shown, _words).Of(metrics ?? []);
        if (metricNodes.Count > 0)
        {
            nodes.Insert(
                Math.Min(1, nodes.Count),
                new() { Key = "Metrics", Field = "", Children = [.. metricNodes.Take(MaxMetrics)], IsOpen = _words.Length > 0 });
        }

        var found = groups.Sum(group => group.Fields.Count(field => !field.HasChildren)) + metricNodes.Sum(Leaves);
        return new(nodes, found, found - nodes.Sum(Leaves), metrics is null, Typed(listing, metricNodes));
    }

    private static int Leaves(FieldNode node) => node.Children.Count == 0 ? (node.Field.Length > 0 ? 1 : 0) : node.Children.Sum(Leaves);

    // The fields that match, with the objects that contain them.
    private IReadOnlyList<ListedColumn> Matching(List<ListedColumn> fields)
    {
        if (_words.Length == 0)
        {
            return fields;
        }

        var kept = new HashSet<RunField>();
        for (var i = fields.Count - 1; i >= 0; i--)
        {
            var field = fields[i].Field;
            if (kept.Contains(field) || (!fields[i].HasChildren && Matches(field)))
            {
                kept.Add(field);
                if (field.Path.Count > 1)
                {
                    kept.Add(field with { Path = [.. field.Path.SkipLast(1)] });
                }
            }
        }

        return [.. fields.Where(field => kept.Contains(field.Field))];
    }

    private bool Matches(RunField field)
    {
        var text = field.Root == FieldRoot.Config ? "config." + field : field.ToString();
        return Array.TrueForAll(_words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private FieldNode Group(string title, List<ListedColumn> fields)
    {
        var at = 0;
        return new()
        {
            Key = title,
            Field = "",
            Children = Children(fields, ref at, 0),
            IsOpen = _words.Length > 0 || (title is "Run" or "Config" && fields.Count <= MaxOpenFields),
        };
    }

    // The listing has each object directly before its members.
    private List<FieldNode> Children(List<ListedColumn> fields, ref int at, int depth)
    {
        var children = new List<FieldNode>();
        while (at < fields.Count && fields[at].Field.Path.Count > depth)
        {
            var field = fields[at++];
            children.Add(Node(field) with
            {
                Children = field.HasChildren ? Children(fields, ref at, depth + 1) : [],
                IsOpen = _words.Length > 0
            });
        }

        return children;
    }

    private FieldNode Node(ListedColumn listed) => new()
    {
        Key = listed.Field.Path[^1],
        Field = listed.Field.ToString(),
        Runs = listed.Runs,
        IsShown = shown.Contains(listed.Field),
        Example = listed.Example is { } example ? Text(example) : null,
    };

    private static CellText Text(SacredValue example)
    {
        var cell = ValueText.Cell(example);
        return cell with { Text = Ellipsis.End(cell.Text, ExampleLength) };
    }

    // Any field that can be written can be a column, such as an item of a list or a key that no run has yet.
    // Null for fields that the tree has already.
    private FieldNode? Typed(ColumnListing listing, IReadOnlyList<FieldNode> metricNodes) =>
        RunField.TryParse(find, out var written, out _) && resolve(written!) is var field
            && (_words.Length == 1 || field.Root == FieldRoot.Metric)
            && !listing.Paths.Concat(listing.Own).Any(listed => listed.Field == field)
            && !metricNodes.SelectMany(metric => metric.Children).Any(statistic => statistic.Field == field.ToString())
            && !OwnColumns.IsFixed(field)
            ? new() { Key = field.ToString(), Field = field.ToString(), IsShown = shown.Contains(field) }
            : null;
}
