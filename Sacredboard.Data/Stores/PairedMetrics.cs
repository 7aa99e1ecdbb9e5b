using System.Runtime.CompilerServices;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores;

/// <summary>The metrics of a <see cref="PairedRunStore"/>.</summary>
/// <param name="first">Of its first store.</param>
/// <param name="other">Of the other.</param>
/// <param name="isOfOther">Whether a run is the other's.</param>
internal sealed class PairedMetrics(IRunMetrics first, IRunMetrics other, Func<RunId, bool> isOfOther) : IRunMetrics
{
    public Task<IReadOnlyList<Metric>> ListAsync(RunId id, CancellationToken cancellationToken) => Of(id).ListAsync(id, cancellationToken);

    public Task<IReadOnlyList<Metric>> ListAsync(RunId id, Action<MetricSeries> keep, CancellationToken cancellationToken) =>
        Of(id).ListAsync(id, keep, cancellationToken);

    public long? EstimateBytes(RunId id) => Of(id).EstimateBytes(id);

    public Task<MetricSeries?> ReadAsync(RunId id, string name, CancellationToken cancellationToken) =>
        Of(id).ReadAsync(id, name, cancellationToken);

    public async IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadStatisticsAsync(
        MetricStatisticsRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The first runs are the most important ones, and those of the other are mostly few.
        foreach (var (metrics, runs) in new[]
        {
            (first, request.Runs.Where(run => !isOfOther(run)).ToList()),
            (other, request.Runs.Where(isOfOther).ToList()),
        })
        {
            if (runs.Count > 0)
            {
                await foreach (var batch in metrics.ReadStatisticsAsync(request with { Runs = runs }, cancellationToken)
                    .ConfigureAwait(false))
                {
                    yield return batch;
                }
            }
        }
    }

    public async Task<IReadOnlyList<MetricName>> ListNamesAsync(CancellationToken cancellationToken) =>
    [
        .. (await first.ListNamesAsync(cancellationToken).ConfigureAwait(false))
            .Concat(await other.ListNamesAsync(cancellationToken).ConfigureAwait(false))
            .GroupBy(name => name.Name, StringComparer.Ordinal)
            .Select(name => new MetricName(name.Key, name.Sum(one => one.Runs))),
    ];

    private IRunMetrics Of(RunId id) => isOfOther(id) ? other : first;
}
