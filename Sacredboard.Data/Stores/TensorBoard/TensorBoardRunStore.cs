using System.Runtime.CompilerServices;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>
/// Another store's runs, with the scalars of their TensorBoard logs among their metrics, named <c>tb:…</c>. A metric of that name that
/// Sacred itself stored counts before one of the logs. All else is the other store's.
/// </summary>
public sealed class TensorBoardRunStore(IRunStore inner, TensorBoardLogs logs) : IRunStore, IMetricNames
{
    private const int SummarisedAtOnce = 50;
    private const int LookedInto = 30;

    public RunStoreInfo Info => inner.Info;

    public IAsyncEnumerable<RunBatch> ReadAllAsync(RunLimits limits, CancellationToken cancellationToken) => inner.ReadAllAsync(limits, cancellationToken);

    public Task<RunChanges> ReadChangesAsync(IKnownRuns known, RunCursor? cursor, CancellationToken cancellationToken) =>
        inner.ReadChangesAsync(known, cursor, cancellationToken);

    public Task<IReadOnlyList<RunSummary>> ReadSummariesAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken) =>
        inner.ReadSummariesAsync(ids, cancellationToken);

    public Task<Run?> FindAsync(RunId id, CancellationToken cancellationToken) => inner.FindAsync(id, cancellationToken);

    public Task<RunOutput?> ReadOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken) =>
        inner.ReadOutputAsync(id, range, cancellationToken);

    public Task<IReadOnlyList<RunFile>> ListFilesAsync(RunId id, CancellationToken cancellationToken) => inner.ListFilesAsync(id, cancellationToken);

    public Task<RunFileContent?> OpenFileAsync(RunId id, string fileId, CancellationToken cancellationToken) =>
        inner.OpenFileAsync(id, fileId, cancellationToken);

    public async Task<IReadOnlyList<Metric>> ListMetricsAsync(RunId id, CancellationToken cancellationToken)
    {
        var metrics = await inner.ListMetricsAsync(id, cancellationToken).ConfigureAwait(false);
        if (!HasRoots || await SummaryAsync(id, cancellationToken).ConfigureAwait(false) is not { } run)
        {
            return metrics;
        }

        var scalars = await logs.ListScalarsAsync(run, cancellationToken).ConfigureAwait(false);
        return scalars.Count == 0 ? metrics
            : [.. metrics.Concat(scalars.ExceptBy(metrics.Select(metric => metric.Name), scalar => scalar.Name)).OrderBy(metric => metric.Name, StringComparer.Ordinal)];
    }

    public async Task<MetricSeries?> ReadMetricAsync(RunId id, string name, CancellationToken cancellationToken) =>
        await inner.ReadMetricAsync(id, name, cancellationToken).ConfigureAwait(false)
        ?? (IsOfLogs(name) && await SummaryAsync(id, cancellationToken).ConfigureAwait(false) is { } run
            ? await logs.ReadScalarAsync(run, name, cancellationToken).ConfigureAwait(false)
            : null);

    public IAsyncEnumerable<IReadOnlyList<RunMetricSummary>> SummarizeMetricsAsync(MetricSummaryRequest request, CancellationToken cancellationToken) =>
        IsOfLogs(request.Name) ? SummarizeLogsAsync(request, cancellationToken) : inner.SummarizeMetricsAsync(request, cancellationToken);

    /// <summary>What the other store tells, and the names in the logs of the newest runs.</summary>
    public async Task<IReadOnlyList<MetricName>> ListMetricNamesAsync(CancellationToken cancellationToken)
    {
        var names = inner is IMetricNames known ? await known.ListMetricNamesAsync(cancellationToken).ConfigureAwait(false) : [];
        if (!HasRoots)
        {
            return names;
        }

        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var batch in inner.ReadAllAsync(RunLimits.None, cancellationToken).ConfigureAwait(false))
        {
            foreach (var run in batch.Runs.Where(logs.Rule.MayHave).Take(LookedInto))
            {
                foreach (var scalar in await logs.ListScalarsAsync(run, cancellationToken).ConfigureAwait(false))
                {
                    found[scalar.Name] = found.GetValueOrDefault(scalar.Name) + 1;
                }
            }

            // The first batch has the newest runs.
            break;
        }

        return [.. names, .. found.Where(name => names.All(other => other.Name != name.Key)).Select(name => new MetricName(name.Key, name.Value))];
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    // Without a root nothing can be opened, and nobody needs to be asked what the runs name.
    private bool HasRoots => logs.Rule.Options.Roots.Count > 0;

    private bool IsOfLogs(string name) => HasRoots && name.StartsWith(TensorBoardLogs.Prefix, StringComparison.Ordinal);

    // The table's knowledge of a run suffices, unless its info is too large for it.
    private async Task<RunSummary?> SummaryAsync(RunId id, CancellationToken cancellationToken)
    {
        var run = (await inner.ReadSummariesAsync([id], cancellationToken).ConfigureAwait(false)).FirstOrDefault();
        return run is null || run.Info is not null ? run
            : run with { Info = (await inner.FindAsync(id, cancellationToken).ConfigureAwait(false))?.Info };
    }

    private async IAsyncEnumerable<IReadOnlyList<RunMetricSummary>> SummarizeLogsAsync(
        MetricSummaryRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rest = new List<RunId>(request.Runs.Count);
        await foreach (var batch in inner.SummarizeMetricsAsync(request, cancellationToken).ConfigureAwait(false))
        {
            rest.AddRange(batch.Where(summary => summary.Summary is null && summary.Problem is null).Select(summary => summary.Run));
            var stored = batch.Where(summary => summary.Summary is not null || summary.Problem is not null).ToList();
            if (stored.Count > 0)
            {
                yield return stored;
            }
        }

        foreach (var ids in rest.Chunk(SummarisedAtOnce))
        {
            var runs = (await inner.ReadSummariesAsync(ids, cancellationToken).ConfigureAwait(false)).ToDictionary(run => run.Id);
            var summaries = new List<RunMetricSummary>(ids.Length);
            foreach (var id in ids)
            {
                var series = runs.TryGetValue(id, out var run) && logs.Rule.MayHave(run)
                    ? await logs.ReadScalarAsync(run, request.Name, cancellationToken).ConfigureAwait(false)
                    : null;
                summaries.Add(new RunMetricSummary(id, series is null ? null : MetricSummary.Of(series.Steps, series.Values, request.Step)));
            }

            yield return summaries;
        }
    }
}
