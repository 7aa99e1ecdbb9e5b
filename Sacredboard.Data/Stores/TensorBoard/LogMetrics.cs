using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>The scalars of runs that consist only of event files, as metrics.</summary>
internal sealed class LogMetrics(LogRuns runs, TensorBoardLogs logs) : IRunMetrics
{
    private const int MaxLookedInto = 30;

    public async Task<IReadOnlyList<Metric>> ListAsync(RunId id, CancellationToken cancellationToken) =>
        await runs.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } run
            ? await logs.ListScalarsAsync(run, cancellationToken).ConfigureAwait(false)
            : [];

    public async Task<MetricSeries?> ReadAsync(RunId id, string name, CancellationToken cancellationToken) =>
        await runs.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } run
            ? await logs.ReadScalarAsync(run, name, cancellationToken).ConfigureAwait(false)
            : null;

    public IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadStatisticsAsync(
        MetricStatisticsRequest request,
        CancellationToken cancellationToken) =>
        RunMetricStatistics.ReadEachAsync(this, request, cancellationToken);

    public async Task<IReadOnlyList<MetricName>> ListNamesAsync(CancellationToken cancellationToken)
    {
        var names = new List<string>();
        foreach (var id in runs.List().OrderByDescending(runs.Modified).Take(MaxLookedInto).Select(RunId.Of))
        {
            names.AddRange((await ListAsync(id, cancellationToken).ConfigureAwait(false)).Select(metric => metric.Name));
        }

        return [.. names.CountBy(name => name).Select(name => new MetricName(name.Key, name.Value))];
    }
}
