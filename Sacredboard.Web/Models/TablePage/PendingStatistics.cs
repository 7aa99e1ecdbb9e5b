using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.TablePage;

/// <summary>The statistics of metrics, not yet known for all runs, on which the rows of a table and their order depend.</summary>
/// <param name="Filter">Those of the query: more runs may match.</param>
/// <param name="Order">Those that the table is sorted or grouped by.</param>
public sealed record PendingStatistics(IReadOnlyList<StatisticsProgress> Filter, IReadOnlyList<StatisticsProgress> Order)
{
    /// <summary>Not all runs that match are found yet.</summary>
    public bool IsFilter => Filter.Count > 0;

    /// <summary>The statistic of the query that is known for the fewest runs.</summary>
    public StatisticsProgress Slowest => Filter.MinBy(progress => progress.Known)!;

    public static PendingStatistics Of(ResolvedTable table)
    {
        var state = table.State;
        // Without an order the result names the statistics of the query alone.
        var filter = table.Snapshot.Queries().Find(table.Runs with { Sort = [], Take = 0 }).Metrics;
        var order = state.Grouping is null ? state.Sort.Select(level => level.Field)
            : state.Grouping.Keys.Concat(state.GroupSort.Select(level => level.Field)).OfType<RunField>();
        return new(Incomplete(filter), Incomplete(order));

        IReadOnlyList<StatisticsProgress> Incomplete(IEnumerable<RunField> fields) =>
            [.. table.Snapshot.Progress(fields).Where(progress => !progress.IsComplete)];
    }

    /// <summary>What is preliminary because this statistic is not known for all runs; "" for nothing but its column.</summary>
    public string EffectOf(RunField field)
    {
        return Filter.Any(IsSame) ? ", so more runs may match" : Order.Any(IsSame) ? ", so the order is not final" : "";

        // All statistics of a metric are computed together, but for the value at a step.
        bool IsSame(StatisticsProgress progress) => progress.Field.Path[0] == field.Path[0] && progress.Field.Step == field.Step;
    }

    /// <summary>"20 of 100,002 runs".</summary>
    public static string Runs(StatisticsProgress progress) =>
        $"{NumberText.Count(progress.Known)} of {NumberText.Count(progress.Total)} runs";
}
