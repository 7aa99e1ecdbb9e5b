using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Hosting;

/// <summary>Finds a chart that is as likely to be looked at as any, and not much work, for <see cref="WarmUp"/>.</summary>
public sealed class FirstChart(SourceRegistry sources, TimeProvider time)
{
    private const int RunsLookedInto = 10;

    /// <summary>A run with more points is not opened only to warm up.</summary>
    private const long ManyPoints = 500_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The addresses of the data of the chart and, where it is little work, of its page; none without metrics.</summary>
    /// <param name="subUrl">Where the program is, "/" or below.</param>
    /// <param name="cancellationToken">Cancels; otherwise this waits until all runs are loaded.</param>
    public async Task<IReadOnlyList<string>> FindAsync(string subUrl, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var source in sources.All.Where(source => source is { HasMetrics: true, IsWanted: true }))
        {
            while (source.Catalog.State.Phase == CatalogPhase.Loading)
            {
                await Task.Delay(Pause, time, cancellationToken);
            }

            // Finding the names is also finding what belongs to which run. The table asks for them too, so this is no more work.
            var names = await source.Catalog.WaitForMetricNamesAsync(cancellationToken);
            while (names is null && source.Catalog.State.Phase == CatalogPhase.Current)
            {
                names = await source.Catalog.WaitForMetricNamesAsync(cancellationToken);
            }

            if (found.Count == 0 && names is { Count: > 0 })
            {
                var urls = new SourceUrls(new PathString(subUrl.TrimEnd('/')), source);
                found.AddRange(await FindAsync(source, urls, names, cancellationToken));
            }
        }

        return found;
    }

    private static async Task<IReadOnlyList<string>> FindAsync(
        Source source, SourceUrls urls, IReadOnlyList<MetricName> names, CancellationToken cancellationToken)
    {
        var name = names.MaxBy(metric => metric.Runs)!.Name;
        foreach (var run in source.Catalog.Snapshot.Runs.Take(RunsLookedInto))
        {
            if (await source.Runs.FindMetricAsync(run.Id, name, cancellationToken) is { } points)
            {
                var data = urls.MetricData(run.Id, name) + "?columns=500";
                return points.Series.Count * (long)names.Count > ManyPoints ? [data] : [data, urls.Run(run.Id, "metrics")];
            }
        }

        return [];
    }
}
