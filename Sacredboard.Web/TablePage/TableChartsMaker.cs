using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Compare;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.TablePage;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.TablePage;

/// <summary>Makes the chart beside a table.</summary>
internal static class TableChartsMaker
{
    /// <summary>More names make a list that nobody reads.</summary>
    private const int MaxMetrics = 200;

    /// <summary>Null unless the table has one.</summary>
    /// <param name="rows">The runs of the page.</param>
    public static TableChartsViewModel? Make(
        Source source, CatalogSnapshot snapshot, TableState state, IEnumerable<RunId> rows, SourceUrls urls)
    {
        if (state.Charts is not { } charts)
        {
            return null;
        }

        var names = snapshot.KnownMetricNames ?? [];
        var metric = charts.Metric ?? DefaultMetrics.Of(names, snapshot.Runs.Count).FirstOrDefault()?.Path[0]
            ?? names.MaxBy(name => name.Runs)?.Name;

        // Of groups all that match are asked for: rows do not know their runs.
        var runs = state.Grouping is null
            ? new CompareState { Ids = [.. rows.Select(urls.Segment)] }
            : new CompareState { Runs = CompareUrl.OnlyRuns(state) };
        runs = runs with { Page = new() { Charts = new() { Joined = charts.IsJoined } } };
        IEnumerable<string> known = names.OrderByDescending(name => name.Runs).Take(MaxMetrics).Select(name => name.Name);
        return new(
            metric,
            CompareUrl.Write(urls.CurveData, runs),
            [.. known.Append(metric).OfType<string>().Distinct(StringComparer.Ordinal).Order(NaturalOrder.Comparer)],
            new TableUrls(urls.Runs, state with { Charts = null }).Self,
            CompareUrl.Write(urls.Compare, runs with { Page = runs.Page with { Table = state } }))
        {
            IsJoined = charts.IsJoined,
            JoinUrl = charts.IsJoined || source.HasContinuedRuns()
                ? new TableUrls(urls.Runs, state with { Charts = charts with { IsJoined = !charts.IsJoined } }).Self
                : null,
            AreGroups = state.Grouping is not null,
        };
    }
}
