using Sacredboard.Data.Metrics;
using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Logs;
using Sacredboard.Data.Values;
using Sacredboard.Data.Values.Python;

namespace Sacredboard.Data.Stores;

/// <summary>
/// Reads single runs of one source for pages and scripts: decoded, secrets masked, metrics cached. They have no other access to the
/// storage, so that secrets are always masked. Fails as an <see cref="IRunStore"/> does.
/// </summary>
/// <param name="store">The store of the source.</param>
/// <param name="metrics">The metrics of the store, perhaps with those of logs; null for none.</param>
/// <param name="logs">The logs of its runs.</param>
/// <param name="context">Shared by all sources.</param>
/// <param name="version">The version of a run in the catalog; null when the catalog does not know it.</param>
public sealed class RunReader(
    IRunStore store, IRunMetrics? metrics, IRunLogs logs, StoreContext context, Func<RunId, long?> version)
{
    /// <summary>
    /// One run with jsonpickle decoded and secrets masked; null when there is none with this id. What names its logs is read in any case.
    /// </summary>
    public Task<Run?> FindAsync(RunId id, RunParts parts, CancellationToken cancellationToken) =>
        FindAsync(id, parts, run => run.WithValues(Jsonpickle.Decode), cancellationToken);

    /// <summary>The same without decoding jsonpickle.</summary>
    public Task<Run?> FindEncodedAsync(RunId id, RunParts parts, CancellationToken cancellationToken) =>
        FindAsync(id, parts, run => run, cancellationToken);

    /// <summary>Whether there is such a run, even if the catalog does not have it yet.</summary>
    public async Task<bool> ExistsAsync(RunId id, CancellationToken cancellationToken) =>
        version(id) is not null || (await store.ReadSummariesAsync([id], cancellationToken).ConfigureAwait(false)).Count > 0;

    /// <summary>The start of the run (UTC), read from the storage; null when it has not started or does not exist.</summary>
    public async Task<DateTime?> FindStartAsync(RunId id, CancellationToken cancellationToken) =>
        (await store.ReadSummariesAsync([id], cancellationToken).ConfigureAwait(false)).FirstOrDefault()?.Started;

    /// <summary>A part of the output with secrets masked character by character; see <see cref="IRunStore.ReadOutputAsync"/>.</summary>
    public async Task<RunOutput?> ReadOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken)
    {
        var wide = MaskedOutput.Widen(range);
        using var memory = await context.Documents.TakeAsync(
            await store.MeasureOutputAsync(id, wide, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        return await store.ReadOutputAsync(id, wide, cancellationToken).ConfigureAwait(false) is { } output
            ? MaskedOutput.Of(output, range)
            : null;
    }

    /// <inheritdoc cref="IRunStore.ListFilesAsync"/>
    public async Task<IReadOnlyList<RunFile>> ListFilesAsync(RunId id, CancellationToken cancellationToken) =>
        [.. (await store.ListFilesAsync(id, cancellationToken).ConfigureAwait(false)).Select(Masked)];

    /// <inheritdoc cref="IRunStore.CountFilesAsync"/>
    public Task<int> CountFilesAsync(RunId id, CancellationToken cancellationToken) => store.CountFilesAsync(id, cancellationToken);

    /// <inheritdoc cref="IRunStore.OpenFileAsync"/>
    public async Task<RunFileContent?> OpenFileAsync(RunId id, string fileId, CancellationToken cancellationToken) =>
        await store.OpenFileAsync(id, fileId, cancellationToken).ConfigureAwait(false) is { } content
            ? content with { File = Masked(content.File) }
            : null;

    /// <inheritdoc cref="IRunMetrics.ListAsync"/>
    public Task<IReadOnlyList<Metric>> ListMetricsAsync(RunId id, CancellationToken cancellationToken) =>
        metrics is null
            ? Task.FromResult<IReadOnlyList<Metric>>([])
            : context.Metrics.ListAsync(metrics, id, version(id), cancellationToken);

    /// <summary>All points of one metric, or null when the run has none of this name.</summary>
    public Task<MetricPoints?> FindMetricAsync(RunId id, string name, CancellationToken cancellationToken) =>
        metrics is null
            ? Task.FromResult<MetricPoints?>(null)
            : context.Metrics.FindAsync(metrics, id, name, version(id), cancellationToken);

    /// <summary>The same of runs that each went on from the one before, joined on step, see <see cref="JoinedSeries"/>.</summary>
    /// <param name="runs">The first one first; at least one.</param>
    public Task<MetricPoints?> FindMetricAsync(IReadOnlyList<RunId> runs, string name, CancellationToken cancellationToken) =>
        runs.Count == 1 ? FindMetricAsync(runs[0], name, cancellationToken)
        : metrics is null ? Task.FromResult<MetricPoints?>(null)
        : context.Metrics.FindJoinedAsync(
            metrics, [.. runs.Select(id => (id, id.ToSegment(store.Info.IdsAreText), version(id)))], name, cancellationToken);

    private async Task<Run?> FindAsync(RunId id, RunParts parts, Func<Run, Run> decode, CancellationToken cancellationToken)
    {
        using var memory = await TakeMemoryAsync(id, cancellationToken).ConfigureAwait(false);
        return await store.FindAsync(id, parts.With(logs.Parts.Members), cancellationToken).ConfigureAwait(false) is { } run
            ? decode(run).WithoutSecrets() with { Stored = run.InFull }
            : null;
    }

    private async Task<IDisposable?> TakeMemoryAsync(RunId id, CancellationToken cancellationToken) => await context.Documents.TakeAsync(
        await store.MeasureAsync(id, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private static RunFile Masked(RunFile file) =>
        SecretMask.Text(file.Name) is var name && name == file.Name ? file : file with { Name = name };
}
