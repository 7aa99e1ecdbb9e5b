using System.Globalization;
using System.Runtime.CompilerServices;
using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Hosting;

/// <summary>Finds an output and a chart that are as likely to be looked at as any, and not much work, for <see cref="WarmUp"/>.</summary>
public sealed class FirstPages(SourceRegistry sources, TimeProvider time)
{
    private const int RunsLookedInto = 10;

    /// <summary>A run with more points is not opened only to warm up.</summary>
    private const long ManyPoints = 500_000;

    /// <summary>What was called so often is compiled once more, to be faster.</summary>
    private const int Zooms = 40;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// The addresses of the page of an output, and of the data of a chart with, where it is little work, its page, and of parts of the
    /// chart as if it were zoomed; none without runs.
    /// </summary>
    /// <param name="subUrl">Where the program is, "/" or below.</param>
    /// <param name="cancellationToken">Ends it; otherwise this waits until the runs of each source are loaded.</param>
    public async IAsyncEnumerable<string> FindAsync(string subUrl, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (hasOutput, hasChart) = (false, false);
        foreach (var source in sources.All.Where(source => source.IsWanted))
        {
            var urls = new SourceUrls(new PathString(subUrl.TrimEnd('/')), source);
            for (var isLoading = true; isLoading;)
            {
                isLoading = source.Catalog.State.Phase == CatalogPhase.Loading;
                if (!hasOutput && source.Catalog.Snapshot.Runs is [var newest, ..])
                {
                    hasOutput = true;
                    yield return urls.Run(newest.Id, "output");
                }
                else if (isLoading)
                {
                    await Task.Delay(Pause, time, cancellationToken);
                }
            }

            if (source.HasMetrics)
            {
                var names = await NamesAsync(source, cancellationToken);
                foreach (var address in hasChart || names.Count == 0 ? [] : await FindAsync(source, urls, names, cancellationToken))
                {
                    hasChart = true;
                    yield return address;
                }
            }
        }
    }

    // Finding the names is also finding what belongs to which run. The table asks for them too, so this is no more work.
    private static async Task<IReadOnlyList<MetricName>> NamesAsync(Source source, CancellationToken cancellationToken)
    {
        var names = await source.Catalog.WaitForMetricNamesAsync(cancellationToken);
        while (names is null && source.Catalog.State.Phase == CatalogPhase.Current)
        {
            names = await source.Catalog.WaitForMetricNamesAsync(cancellationToken);
        }

        return names ?? [];
    }

    private static async Task<IReadOnlyList<string>> FindAsync(
        Source source, SourceUrls urls, IReadOnlyList<MetricName> names, CancellationToken cancellationToken)
    {
        var name = names.MaxBy(metric => metric.Runs)!.Name;
        foreach (var run in source.Catalog.Snapshot.Runs.Take(RunsLookedInto))
        {
            if (await source.Runs.FindMetricAsync(run.Id, name, cancellationToken) is { } points)
            {
                var data = urls.MetricData(run.Id, name) + "?columns=500&compact=true";
                return
                [
                    data,
                    .. points.Series.Count * (long)names.Count > ManyPoints ? (string[])[] : [urls.Run(run.Id, "metrics")],
                    .. Enumerable.Range(1, Zooms).Select(zoom => string.Create(CultureInfo.InvariantCulture, $"{data}&from={zoom * 0.01}")),
                ];
            }
        }

        return [];
    }
}
