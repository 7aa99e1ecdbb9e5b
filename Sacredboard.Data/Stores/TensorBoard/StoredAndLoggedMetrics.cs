using System.Runtime.CompilerServices;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>
/// The metrics of a store's runs together with the scalars of their TensorBoard logs, which are named <c>tb:…</c>. A metric that
/// Sacred stored under such a name takes precedence.
/// </summary>
public sealed class StoredAndLoggedMetrics(IRunStore store, TensorBoardLogs logs) : IRunMetrics
{
    private const int MaxRunsAtOnce = 50;
    private const int MaxLookedInto = 30;

    public Task<IReadOnlyList<Metric>> ListAsync(RunId id, CancellationToken cancellationToken) =>
        ListAsync(id, _ => { }, cancellationToken);

    public async Task<IReadOnlyList<Metric>> ListAsync(RunId id, Action<MetricSeries> keep, CancellationToken cancellationToken)
    {
        var metrics = store.Metrics is { } stored ? await stored.ListAsync(id, keep, cancellationToken).ConfigureAwait(false) : [];
        if (!logs.MayOpenAny || await SummaryAsync(id, cancellationToken).ConfigureAwait(false) is not { } run)
        {
            return metrics;
        }

        var scalars = await logs.ListScalarsAsync(run, cancellationToken).ConfigureAwait(false);
        return scalars.Count == 0 ? metrics
            : [.. metrics.Concat(scalars.ExceptBy(metrics.Select(metric => metric.Name), scalar => scalar.Name))
                .OrderBy(metric => metric.Name, StringComparer.Ordinal)];
    }

    public long? EstimateBytes(RunId id) => store.Metrics?.EstimateBytes(id);

    public async Task<MetricSeries?> ReadAsync(RunId id, string name, CancellationToken cancellationToken) =>
        (store.Metrics is { } stored ? await stored.ReadAsync(id, name, cancellationToken).ConfigureAwait(false) : null)
        ?? (IsOfLogs(name) && await SummaryAsync(id, cancellationToken).ConfigureAwait(false) is { } run
            ? await logs.ReadScalarAsync(run, name, cancellationToken).ConfigureAwait(false)
            : null);

    public IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadStatisticsAsync(
        MetricStatisticsRequest request,
        CancellationToken cancellationToken) =>
        IsOfLogs(request.Name)
            ? ReadStatisticsOfLogsAsync(request, cancellationToken)
            : ReadStoredStatisticsAsync(request, cancellationToken);

    /// <summary>The names that the store lists, and those in the logs of the newest runs.</summary>
    public async Task<IReadOnlyList<MetricName>> ListNamesAsync(CancellationToken cancellationToken)
    {
        var names = store.Metrics is { } stored ? await stored.ListNamesAsync(cancellationToken).ConfigureAwait(false) : [];
        if (!logs.MayOpenAny)
        {
            return names;
        }

        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var batch in store.ReadAllAsync(RunLimits.None, cancellationToken).ConfigureAwait(false))
        {
            foreach (var run in batch.Runs.Where(logs.Rule.MayHave).Take(MaxLookedInto))
            {
                foreach (var scalar in await logs.ListScalarsAsync(run, cancellationToken).ConfigureAwait(false))
                {
                    found[scalar.Name] = found.GetValueOrDefault(scalar.Name) + 1;
                }
            }

            // The first batch has the newest runs.
            break;
        }

        return [
            .. names,
            .. found.Where(name => names.All(other => other.Name != name.Key)).Select(name => new MetricName(name.Key, name.Value))];
    }

    private bool IsOfLogs(string name) => logs.MayOpenAny && name.StartsWith(TensorBoardLogs.Prefix, StringComparison.Ordinal);

    // The summary suffices, unless the info is too large for it.
    private async Task<RunSummary?> SummaryAsync(RunId id, CancellationToken cancellationToken)
    {
        var run = (await store.ReadSummariesAsync([id], cancellationToken).ConfigureAwait(false)).FirstOrDefault();
        return run is null || run.Info is not null ? run
            : run with { Info = (await store.FindAsync(id, logs.Parts, cancellationToken).ConfigureAwait(false))?.Info };
    }

    private IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadStoredStatisticsAsync(
        MetricStatisticsRequest request,
        CancellationToken cancellationToken) =>
        store.Metrics?.ReadStatisticsAsync(request, cancellationToken) ?? RunMetricStatistics.NoneAsync(request, cancellationToken);

    private async IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadStatisticsOfLogsAsync(
        MetricStatisticsRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rest = new List<RunId>(request.Runs.Count);
        await foreach (var batch in ReadStoredStatisticsAsync(request, cancellationToken).ConfigureAwait(false))
        {
            rest.AddRange(batch.Where(summary => summary.Statistics is null && summary.Problem is null).Select(summary => summary.Run));
            var stored = batch.Where(summary => summary.Statistics is not null || summary.Problem is not null).ToList();
            if (stored.Count > 0)
            {
                yield return stored;
            }
        }

        foreach (var ids in rest.Chunk(MaxRunsAtOnce))
        {
            var runs = (await store.ReadSummariesAsync(ids, cancellationToken).ConfigureAwait(false)).ToDictionary(run => run.Id);
            var statistics = new List<RunMetricStatistics>(ids.Length);
            foreach (var id in ids)
            {
                var series = runs.TryGetValue(id, out var run) && logs.Rule.MayHave(run)
                    ? await logs.ReadScalarAsync(run, request.Name, cancellationToken).ConfigureAwait(false)
                    : null;
                statistics.Add(new RunMetricStatistics(
                    id,
                    series is null ? null : MetricStatistics.Of(series.Steps, series.Values, series.NotNumbers, request.Step)));
            }

            yield return statistics;
        }
    }
}
