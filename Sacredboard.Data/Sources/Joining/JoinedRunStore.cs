using System.Runtime.CompilerServices;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Data.Sources.Joining;

/// <summary>
/// The runs of several sources as those of one. Summaries come from the catalogs of the sources, so that their storages are read no
/// more than without it; a single run comes from its own storage.
/// </summary>
/// <param name="members">The sources at this moment.</param>
/// <param name="time">The clock.</param>
internal sealed class JoinedRunStore(Func<IReadOnlyList<JoinedMember>> members, TimeProvider time) : IRunStore
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // Only the one loop that keeps the catalog current reads changes.
    private readonly Dictionary<RunSource, JoinedProgress> _progress = [];

    public RunStoreInfo Info { get; } = new("joined", new("all sources")) { IdsAreText = true };

    public IRunMetrics Metrics { get; } = new JoinedMetrics(members);

    public IRunInfo? RunInfo => null;

    public IRunLogs Logs { get; } = new NoLogs();

    /// <summary>Ends when each source was read, or cannot be.</summary>
    public async IAsyncEnumerable<RunBatch> ReadAllAsync(RunLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _progress.Clear();
        while (true)
        {
            var now = Wanted();
            // The state is taken before the runs, so that none comes in between.
            var isLoading = now.Any(member => member.Source.Catalog.State.Phase == CatalogPhase.Loading);
            var (changed, _) = Changes(now);
            yield return new RunBatch(changed, now.Sum(member => TotalOf(member.Source)));
            if (!isLoading)
            {
                yield break;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    public Task<RunChanges> ReadChangesAsync(IKnownRuns known, RunCursor? cursor, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (changed, deleted) = Changes(Wanted());
        return Task.FromResult(new RunChanges(changed, [.. deleted.Where(known.Contains)], new Cursor()));
    }

    public async Task<IReadOnlyList<RunSummary>> ReadSummariesAsync(
        IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var found = new List<RunSummary>(ids.Count);
        foreach (var group in Split(ids).GroupBy(run => run.Member))
        {
            await group.Key.Source.Catalog.RefreshAsync([.. group.Select(run => run.Own)], cancellationToken);
            var snapshot = group.Key.Source.Catalog.Snapshot;
            found.AddRange(group.Select(run => snapshot.Find(run.Own)).OfType<CatalogRun>().Select(run => Joined(group.Key, run)));
        }

        return found;
    }

    public async Task<long> MeasureAsync(RunId id, CancellationToken cancellationToken) =>
        Split(id) is var (member, own) ? await member.Source.Store.MeasureAsync(own, cancellationToken) : 0;

    public async Task<long> MeasureOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken) =>
        Split(id) is var (member, own) ? await member.Source.Store.MeasureOutputAsync(own, range, cancellationToken) : 0;

    public async Task<Run?> FindAsync(RunId id, RunParts parts, CancellationToken cancellationToken) =>
        Split(id) is var (member, own) && await member.Source.Store.FindAsync(own, parts, cancellationToken) is { } run
            ? run with { Summary = run.Summary with { Id = id, Source = member.Name } }
            : null;

    public async Task<RunOutput?> ReadOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken) =>
        Split(id) is var (member, own) ? await member.Source.Store.ReadOutputAsync(own, range, cancellationToken) : null;

    public async Task<IReadOnlyList<RunFile>> ListFilesAsync(RunId id, CancellationToken cancellationToken) =>
        Split(id) is var (member, own) ? await member.Source.Store.ListFilesAsync(own, cancellationToken) : [];

    public async Task<int> CountFilesAsync(RunId id, CancellationToken cancellationToken) =>
        Split(id) is var (member, own) ? await member.Source.Store.CountFilesAsync(own, cancellationToken) : 0;

    public async Task<RunFileContent?> OpenFileAsync(RunId id, string fileId, CancellationToken cancellationToken) =>
        Split(id) is var (member, own) ? await member.Source.Store.OpenFileAsync(own, fileId, cancellationToken) : null;

    private (JoinedMember Member, RunId Own)? Split(RunId id) => JoinedMember.Split(members(), id);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IEnumerable<(JoinedMember Member, RunId Own)> Split(IEnumerable<RunId> ids)
    {
        var now = members();
        return ids.Select(id => JoinedMember.Split(now, id)).OfType<(JoinedMember, RunId)>();
    }

    // Some may have come since.
    private IReadOnlyList<JoinedMember> Wanted()
    {
        var now = members();
        foreach (var member in now)
        {
            member.Want();
        }

        return now;
    }

    private static int TotalOf(RunSource source) =>
        source.Catalog.State is { Phase: CatalogPhase.Loading, Total: { } total } ? total : source.Catalog.Snapshot.Runs.Count;

    private (List<RunSummary> Changed, List<RunId> Deleted) Changes(IReadOnlyList<JoinedMember> now)
    {
        var (changed, deleted) = (new List<RunSummary>(), new List<RunId>());
        foreach (var member in now)
        {
            if (!_progress.TryGetValue(member.Source, out var progress))
            {
                _progress[member.Source] = progress = new(member);
            }

            var come = progress.Read(deleted);
            changed.AddRange(come.Select(run => Joined(member, run)));
        }

        foreach (var gone in _progress.Keys.Except(now.Select(member => member.Source)).ToList())
        {
            deleted.AddRange(_progress[gone].All);
            _progress.Remove(gone);
        }

        return (changed, deleted);
    }

    private static RunSummary Joined(JoinedMember member, CatalogRun run) =>
        RunUnpacker.Unpack(run) with { Id = member.Join(run.Id), Source = member.Name };

    /// <summary>The position lies in the store.</summary>
    private sealed record Cursor : RunCursor;
}
