using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Data.Stores;

/// <summary>
/// The runs of two stores of the same place as those of one: in a tree of folders, the runs of Sacred and those that only left logs. An id
/// that both have is that of the first.
/// </summary>
/// <param name="first">What kind of place it is.</param>
/// <param name="other">Further runs in it.</param>
internal sealed class PairedRunStore(IRunStore first, IRunStore other) : IRunStore
{
    // The ids of the other's runs, as far as they were read; there are mostly few. All other runs are those of the first.
    private readonly ConcurrentDictionary<RunId, bool> _others = new();

    public RunStoreInfo Info { get; } = first.Info with { IdsAreText = first.Info.IdsAreText && other.Info.IdsAreText };

    public string? Remark => first.Remark ?? other.Remark;

    public IRunMetrics? Metrics => field ??= (first.Metrics, other.Metrics) is ({ } one, { } two)
        ? new PairedMetrics(one, two, IsOfOther)
        : first.Metrics ?? other.Metrics;

    public IRunInfo? RunInfo => first.RunInfo;

    public IRunLogs? Logs => field ??= other.Logs is { } logs ? new PairedLogs(logs, IsOfOther, first.Logs) : first.Logs;

    public async IAsyncEnumerable<RunBatch> ReadAllAsync(RunLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (read, kept) = (0, limits.MaxRuns is null ? null : new List<RunSummary>());
        foreach (var store in new[] { first, other })
        {
            var before = read;
            await foreach (var batch in store.ReadAllAsync(limits, cancellationToken).ConfigureAwait(false))
            {
                var runs = Note(store, batch.Runs);
                read += runs.Count;
                kept?.AddRange(runs);
                if (kept is null)
                {
                    yield return new RunBatch(runs, Math.Max(read, before + batch.Total));
                }
            }
        }

        // Either may have the newest ones.
        foreach (var batch in NewestFirst(kept ?? []).Take(limits.MaxRuns ?? 0).Chunk(500))
        {
            yield return new RunBatch(batch, Math.Min(kept!.Count, limits.MaxRuns!.Value));
        }
    }

    public async Task<RunChanges> ReadChangesAsync(IKnownRuns known, RunCursor? cursor, CancellationToken cancellationToken)
    {
        var last = cursor as PairedCursor;
        var own = new KnownPart(known, known.Ids.Where(id => !IsOfOther(id)), id => !IsOfOther(id));
        var firsts = await first.ReadChangesAsync(own, last?.First, cancellationToken).ConfigureAwait(false);
        var changed = Note(first, firsts.Changed);
        var rest = new KnownPart(known, _others.Keys.Where(known.Contains), IsOfOther);
        var others = await other.ReadChangesAsync(rest, last?.Other, cancellationToken).ConfigureAwait(false);
        changed = NewestFirst([.. changed, .. Note(other, others.Changed)]);
        var deleted = firsts.Deleted.Concat(others.Deleted).Except(changed.Select(run => run.Id)).ToList();
        foreach (var id in deleted)
        {
            _others.TryRemove(id, out _);
        }

        return new RunChanges(changed, deleted, new PairedCursor(firsts.Cursor, others.Cursor));
    }

    public async Task<IReadOnlyList<RunSummary>> ReadSummariesAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken)
    {
        var runs = Note(first, await first.ReadSummariesAsync(ids, cancellationToken).ConfigureAwait(false));
        var rest = ids.Except(runs.Select(run => run.Id)).ToList();
        return rest.Count == 0 ? runs
            : NewestFirst([.. runs, .. Note(other, await other.ReadSummariesAsync(rest, cancellationToken).ConfigureAwait(false))]);
    }

    public async Task<long> MeasureAsync(RunId id, CancellationToken cancellationToken) => Math.Max(
        await first.MeasureAsync(id, cancellationToken).ConfigureAwait(false),
        await other.MeasureAsync(id, cancellationToken).ConfigureAwait(false));

    public async Task<long> MeasureOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken) => Math.Max(
        await first.MeasureOutputAsync(id, range, cancellationToken).ConfigureAwait(false),
        await other.MeasureOutputAsync(id, range, cancellationToken).ConfigureAwait(false));

    public async Task<Run?> FindAsync(RunId id, RunParts parts, CancellationToken cancellationToken)
    {
        if (await first.FindAsync(id, parts, cancellationToken).ConfigureAwait(false) is { } run)
        {
            return run;
        }

        var found = await other.FindAsync(id, parts, cancellationToken).ConfigureAwait(false);
        _ = found is null ? [] : Note(other, [found.Summary]);
        return found;
    }

    public async Task<RunOutput?> ReadOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken) =>
        await first.ReadOutputAsync(id, range, cancellationToken).ConfigureAwait(false)
        ?? await other.ReadOutputAsync(id, range, cancellationToken).ConfigureAwait(false);

    public Task<IReadOnlyList<RunFile>> ListFilesAsync(RunId id, CancellationToken cancellationToken) =>
        StoreOf(id).ListFilesAsync(id, cancellationToken);

    public Task<int> CountFilesAsync(RunId id, CancellationToken cancellationToken) => StoreOf(id).CountFilesAsync(id, cancellationToken);

    public Task<RunFileContent?> OpenFileAsync(RunId id, string fileId, CancellationToken cancellationToken) =>
        StoreOf(id).OpenFileAsync(id, fileId, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await first.DisposeAsync().ConfigureAwait(false);
        await other.DisposeAsync().ConfigureAwait(false);
    }

    private bool IsOfOther(RunId id) => _others.ContainsKey(id);

    private IRunStore StoreOf(RunId id) => IsOfOther(id) ? other : first;

    // Remembers whose runs these are.
    private IReadOnlyList<RunSummary> Note(IRunStore store, IReadOnlyList<RunSummary> runs)
    {
        foreach (var run in runs)
        {
            if (store == other)
            {
                _others[run.Id] = true;
            }
            else if (!_others.IsEmpty)
            {
                _others.TryRemove(run.Id, out _);
            }
        }

        return runs;
    }

    private static IReadOnlyList<RunSummary> NewestFirst(IReadOnlyList<RunSummary> runs) =>
        [.. runs.OrderByDescending(run => run.Started ?? DateTime.MaxValue)];

    private sealed record PairedCursor(RunCursor First, RunCursor Other) : RunCursor;

    private sealed class KnownPart(IKnownRuns known, IEnumerable<RunId> ids, Func<RunId, bool> isPart) : IKnownRuns
    {
        public int Count => ids.Count();

        public IEnumerable<RunId> Ids => ids;

        public IReadOnlyList<RunId> Active => [.. known.Active.Where(isPart)];

        public RunLimits Limits => known.Limits;

        public bool Contains(RunId id) => isPart(id) && known.Contains(id);
    }
}
