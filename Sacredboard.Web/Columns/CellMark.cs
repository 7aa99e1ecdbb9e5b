using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Columns;

/// <summary>What is odd about a statistic of a metric, for the mark in its cell and the tooltip.</summary>
public static class CellMark
{
    /// <summary>Null where nothing is odd, and for fields that are not statistics.</summary>
    /// <param name="value">The value of the field.</param>
    public static string? Of(CatalogSnapshot snapshot, CatalogRun run, RunField field, SacredValue? value) => field switch
    {
        { LeftOut: { } leftOut } =>
            Number(snapshot, run, leftOut) is > 0 and var count ? LeftOut(count, Count(snapshot, run, field)) : null,
        _ when value is not SacredDouble number || double.IsFinite(number.Value) => null,
        { Statistic: MetricStatistic.Last } => Instead("last", snapshot.Value(run, Other(field, MetricStatistic.LastFinite))),
        { Statistic: MetricStatistic.First } => Instead("first", snapshot.Value(run, Other(field, MetricStatistic.FirstFinite))),
        { Statistic: MetricStatistic.At } => "The value at this step is not finite",
        _ => null,
    };

    /// <summary>The same for the value of a group.</summary>
    public static string? Of(GroupValue value) => value.PartlyFinite switch
    {
        0 => null,
        1 => "1 run has points that are not finite",
        var runs => $"{NumberText.Count(runs)} runs have points that are not finite",
    };

    private static string LeftOut(long count, long all) =>
        $"{NumberText.Count(count)} of {NumberText.Count(all)} points {(count == 1 ? "is" : "are")} not finite";

    private static string Instead(string which, SacredValue? finite) =>
        finite is SacredDouble number ? $"The {which} finite value is {NumberText.Full(number.Value)}" : "No value is finite";

    private static long Count(CatalogSnapshot snapshot, CatalogRun run, RunField field) =>
        Number(snapshot, run, Other(field, MetricStatistic.Count));

    private static long Number(CatalogSnapshot snapshot, CatalogRun run, RunField field) =>
        snapshot.Value(run, field) is SacredInteger number ? (long)number.Value : 0;

    private static RunField Other(RunField field, MetricStatistic kind) => RunField.Metric(field.Path[0], kind);
}
