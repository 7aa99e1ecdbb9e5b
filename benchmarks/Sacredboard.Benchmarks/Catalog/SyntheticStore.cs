using System.Runtime.CompilerServices;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Benchmarks.Catalog;

/// <summary>A store of synthetic runs that costs no more than creating their trees.</summary>
internal sealed class SyntheticStore(int count) : IRunStore, IRunMetrics
{
    public RunStoreInfo Info { get; } = new("synthetic", new($"{count} made-up runs"));

    public IRunMetrics Metrics => this;

    public IRunInfo? RunInfo => null;

    public IRunLogs? Logs => null;

    public async IAsyncEnumerable<RunBatch> ReadAllAsync(RunLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var numbers in Enumerable.Range(1, count).Reverse().Chunk(500))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new RunBatch(Array.ConvertAll(numbers, SyntheticRuns.Make), count);
        }
    }

    public Task<RunChanges> ReadChangesAsync(IKnownRuns known, RunCursor? cursor, CancellationToken cancellationToken) =>
        Task.FromResult(new RunChanges([], [], new Cursor()));

    public Task<IReadOnlyList<RunSummary>> ReadSummariesAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RunSummary>>([.. ids.Select(id => SyntheticRuns.Make((int)id.Integer))]);

    public Task<long> MeasureAsync(RunId id, CancellationToken cancellationToken) => Task.FromResult(0L);

    public Task<Run?> FindAsync(RunId id, RunParts parts, CancellationToken cancellationToken) => Task.FromResult<Run?>(null);

    public Task<RunOutput?> ReadOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken) =>
        Task.FromResult<RunOutput?>(null);

    public Task<IReadOnlyList<Metric>> ListAsync(RunId id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Metric>>([]);

    public Task<MetricSeries?> ReadAsync(RunId id, string name, CancellationToken cancellationToken) =>
        Task.FromResult<MetricSeries?>(null);

    public IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadStatisticsAsync(
        MetricStatisticsRequest request,
        CancellationToken cancellationToken) =>
        RunMetricStatistics.ReadEachAsync(this, request, cancellationToken);

    public Task<IReadOnlyList<MetricName>> ListNamesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MetricName>>([]);

    public Task<IReadOnlyList<RunFile>> ListFilesAsync(RunId id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RunFile>>([]);

    public Task<RunFileContent?> OpenFileAsync(RunId id, string fileId, CancellationToken cancellationToken) =>
        Task.FromResult<RunFileContent?>(null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed record Cursor : RunCursor;
}
