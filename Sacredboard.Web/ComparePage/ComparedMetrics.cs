using System.Collections.Concurrent;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Curves;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Compare;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.ComparePage;

/// <summary>
/// The metrics that compared runs have. Storages list them one run at a time and read all points for it, so of many runs only some are
/// asked; the other names of the source follow, because one of the other runs may have them.
/// </summary>
internal sealed class ComparedMetrics(CompareRequest request)
{
    /// <summary>Of so many runs all metrics are listed.</summary>
    public const int MaxListed = 24;

    private const int AtOnce = 8;
    private const int MaxOthers = 2000;

    public bool AreAllListed => request.Runs.Count <= MaxListed;

    /// <summary>The lists of all runs, or of some of many: the first, the last and those evenly between.</summary>
    public async Task<IReadOnlyDictionary<NamedRun, IReadOnlyList<Metric>>> ListAsync(CancellationToken cancellationToken)
    {
        var lists = new ConcurrentDictionary<NamedRun, IReadOnlyList<Metric>>();
        await Parallel.ForEachAsync(
            Charts.EvenSteps.Of(request.Runs.Count, MaxListed).Select(place => request.Runs[place].Named),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (run, token) => lists[run] = await ListAsync(run, token));
        return lists;
    }

    public async Task<CompareCharts> ChartsAsync(CancellationToken cancellationToken)
    {
        var lists = await ListAsync(cancellationToken);
        var charts = lists.Values.SelectMany(list => list).GroupBy(metric => metric.Name)
            .Select(group => (Name: group.Key, Runs: group.Count()))
            .OrderByDescending(metric => metric.Runs)
            .ThenBy(metric => metric.Name, NaturalOrder.Comparer)
            .Select(metric => new CompareChart(metric.Name, AreAllListed ? $"{metric.Runs} of {lists.Count} runs" : null))
            .ToList();
        if (AreAllListed)
        {
            return new(charts, []);
        }

        var known = charts.Select(chart => chart.Metric).ToHashSet(StringComparer.Ordinal);
        var names = await request.Source.Catalog.WaitForMetricNamesAsync(cancellationToken) ?? [];
        return new(charts,
        [
            .. names.Select(name => name.Name).Where(name => !known.Contains(name)).Order(NaturalOrder.Comparer).Take(MaxOthers)
                .Select(name => new CompareChart(name, null)),
        ]);
    }

    // Metrics that are stored wrongly are no reason for an error page.
    private static async Task<IReadOnlyList<Metric>> ListAsync(NamedRun run, CancellationToken cancellationToken)
    {
        try
        {
            return await run.Source.Runs.ListMetricsAsync(run.Id, cancellationToken);
        }
        catch (RunStoreException exception) when (exception.Problem == RunStoreProblem.Unreadable)
        {
            return [];
        }
    }
}
