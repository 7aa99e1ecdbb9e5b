using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Curves;

/// <summary>Runs whose curves are drawn as one.</summary>
/// <param name="Key">Names the group in addresses: the name of its oldest run.</param>
/// <param name="Name">What its runs have in common: "hidden=16 lr=0.1".</param>
/// <param name="Values">The same, field by field.</param>
/// <param name="Runs">At least one.</param>
public sealed record CurveGroup(
    string Key, string Name, IReadOnlyList<KeyValuePair<RunField, SacredValue?>> Values, IReadOnlyList<NamedRun> Runs)
{
    private const int MaxNamed = 4;
    private const int MaxValue = 40;

    // Numbers by their size, then by the names.
    private static readonly Comparer<CurveGroup> ByValues = Comparer<CurveGroup>.Create((one, other) =>
    {
        for (var i = 0; i < Math.Min(one.Values.Count, other.Values.Count); i++)
        {
            if ((Number(one.Values[i].Value), Number(other.Values[i].Value)) is ({ } a, { } b) && a != b)
            {
                return a.CompareTo(b);
            }
        }

        return NaturalOrder.Comparer.Compare(one.Name, other.Name);
    });

    /// <summary>How the group is drawn. Neighbours in the list differ.</summary>
    public RunStyle Style { get; private init; }

    /// <summary>The groups of these runs, sorted by their names. Runs of several sources are in different groups.</summary>
    public static IReadOnlyList<CurveGroup> Of(IEnumerable<NamedRun> runs, RunGrouping grouping, RunNames names) =>
    [
        .. runs.GroupBy(run => run.Source)
            .SelectMany(own => OfSource(own.Key, own, grouping, names))
            .Order(ByValues)
            .Select((group, i) => group with { Style = new((uint)i) }),
    ];

    private static IEnumerable<CurveGroup> OfSource(Source source, IEnumerable<NamedRun> runs, RunGrouping grouping, RunNames names)
    {
        var snapshot = source.Catalog.Snapshot;
        var queries = snapshot.Queries();
        grouping = grouping with { Keys = [.. grouping.Keys.Select(key => key is null ? null : queries.Resolve([key])[0]).Distinct()] };
        var groups = queries.Divide(runs.Select(run => run.Id), grouping);
        List<CatalogRun> samples = [.. groups.Select(group => group[0])];

        // Of a whole config those keys are named that differ between the groups.
        List<RunField> fields =
        [
            .. grouping.Keys.SelectMany(key => key is not null
                ? [key]
                : queries.DifferingConfig(samples, 4 * MaxNamed).Where(grouping.Settles).Take(MaxNamed)).Distinct(),
        ];
        foreach (var group in groups)
        {
            var values = fields.Select(field => KeyValuePair.Create(field, snapshot.Value(group[0], field))).ToList();
            var oldest = group.MinBy(run => (run.Started ?? DateTime.MaxValue, run.Id))!;
            yield return new(
                names.Write(new(source, oldest.Id)),
                values.Count == 0 ? "same settings" : string.Join(' ', values.Select(Written)),
                values,
                [.. group.Select(run => new NamedRun(source, run.Id))]);
        }
    }

    private static double? Number(SacredValue? value) => value switch
    {
        SacredDouble number => number.Value,
        SacredInteger whole => (double)whole.Value,
        _ => null,
    };

    private static string Written(KeyValuePair<RunField, SacredValue?> value) =>
        $"{Ellipsis.Middle(ValueText.Visible(value.Key.Path[^1]), 24)}={Ellipsis.End(ValueText.Cell(value.Value).Text, MaxValue)}";
}
