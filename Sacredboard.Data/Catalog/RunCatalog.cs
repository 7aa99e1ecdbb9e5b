using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Catalog;

public sealed record RunCatalogOptions
{
    public RunLimits Limits { get; init; } = RunLimits.None;

    /// <summary>A RUNNING run is probably dead after so long without a sign of life, or after 6 of its own beat intervals if that is longer. Default 120 s.</summary>
    public TimeSpan DeadAfter { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How often changes are asked for. Default 1 s.</summary>
    public TimeSpan UpdateEvery { get; init; } = TimeSpan.FromSeconds(1);
}

/// <summary>
/// Keeps the summaries of all runs of one source in memory and up to date, without an index in or a right to write to
/// the storage. A background loop (<see cref="RunAsync"/>) loads and updates; readers take <see cref="Snapshot"/>, which is swapped atomically.
/// </summary>
public sealed class RunCatalog(IRunStore store, RunCatalogOptions options, TimeProvider time)
{
    private volatile CatalogSnapshot _snapshot = new(0, []);
    private volatile CatalogState _state = new(CatalogPhase.Loading, 0, null, null, null, null, null);

    public CatalogSnapshot Snapshot => _snapshot;

    public CatalogState State => _state;

    /// <summary>Loads, then keeps current, until cancelled. Storage failures are states, not exceptions.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var runs = new List<CatalogRun>();
        await foreach (var batch in store.ReadAllAsync(options.Limits, cancellationToken))
        {
            runs.AddRange(batch.Runs.Select(run => new CatalogRun(run, false, 1)));
            _snapshot = new CatalogSnapshot(_snapshot.Version + 1, [.. runs]);
            _state = new(CatalogPhase.Loading, runs.Count, batch.Total, time.GetUtcNow(), null, null, null);
        }

        _state = new(CatalogPhase.Current, runs.Count, runs.Count, time.GetUtcNow(), null, null, null);
    }

    /// <summary>
    /// Reads these runs anew if they were last read more than a few seconds ago (a page that shows them asks for it), so
    /// that changes others make to ended runs are seen. Failures of the storage show in <see cref="State"/> only.
    /// </summary>
    public Task RefreshAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : Task.CompletedTask;

    /// <summary>Returns as soon as the snapshot is newer than <paramref name="version"/>.</summary>
    public async Task WaitAsync(long version, CancellationToken cancellationToken)
    {
        while (_snapshot.Version <= version)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), time, cancellationToken);
        }
    }
}
