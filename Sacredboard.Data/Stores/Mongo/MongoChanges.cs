using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Tells what changed: by the server's change stream where it has one; otherwise new ids and the active runs are looked at
/// with every call, all ids when the count of runs is not as expected, and a little of every run twice a minute.
/// </summary>
internal sealed class MongoChanges(MongoReader reader, MongoRuns runs, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(30);

    // Sweeps that odd counts cause may take a tenth of the time.
    private const int SweepShare = 10;

    private const int SummariesAtOnce = 2000;

    // Thousands of RUNNING runs are dead ones: their turn comes less often.
    private const int ActiveAtOnce = 3000;

    private readonly RunMarks _marks = new(reader);
    private RunFeed? _feed;
    private bool _noFeed;

    public async Task<RunChanges> ReadAsync(IKnownRuns known, MongoCursor? cursor, CancellationToken cancellationToken)
    {
        try
        {
            return cursor is null ? await BeginAsync(known, cancellationToken)
                : _feed is null ? await LookAsync(known, cursor, cancellationToken)
                : await _feed.ReadAsync(cancellationToken) is { } touched ? await TellAsync(known, cursor, touched, cancellationToken)
                : await BeginAsync(known, cancellationToken);
        }
        catch (RunStoreException) when (_feed is not null)
        {
            // It may have missed something: the next call opens another one and reads all ids.
            await CloseAsync();
            cursor?.SweptAt = null;
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    // The feed is opened before all ids are read, so that nothing falls between the two.
    private async Task<RunChanges> BeginAsync(IKnownRuns known, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        return await SweepAsync(known, new MongoCursor(), known.Active, cancellationToken);
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        await CloseAsync();
        if (!_noFeed)
        {
            _feed = await RunFeed.TryOpenAsync(reader, cancellationToken);
            _noFeed = _feed is null;
        }
    }

    private async Task CloseAsync()
    {
        if (_feed is { } feed)
        {
            _feed = null;
            await feed.DisposeAsync();
        }
    }

    /// <summary>What the feed named: changed when it is there, deleted otherwise.</summary>
    private async Task<RunChanges> TellAsync(IKnownRuns known, MongoCursor cursor, HashSet<RunId> touched, CancellationToken cancellationToken)
    {
        var changed = await SummariesAsync(touched, known.Limits, cancellationToken);
        touched.ExceptWith(changed.Select(run => run.Id));
        return new RunChanges(changed, [.. touched.Where(known.Contains)], cursor);
    }

    private async Task<RunChanges> LookAsync(IKnownRuns known, MongoCursor cursor, CancellationToken cancellationToken)
    {
        if (cursor.SweptAt is null && !_noFeed)
        {
            return await BeginAsync(known, cancellationToken);
        }

        var now = time.GetUtcNow();
        if (cursor.SweptAt is null || now - cursor.MarkedAt >= SweepEvery)
        {
            return await SweepAsync(known, cursor, known.Active, cancellationToken);
        }

        var count = await reader.CountAsync(reader.Place.Runs, cancellationToken);
        var fresh = await _marks.ReadNewAsync(cursor.Greatest, cancellationToken);
        var turn = InTurn(known.Active, cursor.Turn++);
        var active = await _marks.ReadAsync(turn, cancellationToken);
        var gone = turn.Except(active.Select(mark => mark.Id)).Where(known.Contains).ToList();
        if (count != cursor.Count + fresh.Count - gone.Count && now - cursor.SweptAt >= cursor.SweepTook * SweepShare)
        {
            return await SweepAsync(known, cursor, known.Active, cancellationToken, idsOnly: true);
        }

        return await FinishAsync(known, cursor, [.. fresh, .. active.Where(mark => IsChanged(cursor, mark))], gone, count, cancellationToken);
    }

    /// <summary>Compares all runs there are with those known.</summary>
    /// <param name="also">Runs to tell of in any case.</param>
    private async Task<RunChanges> SweepAsync(
        IKnownRuns known, MongoCursor cursor, IReadOnlyCollection<RunId> also, CancellationToken cancellationToken, bool idsOnly = false)
    {
        var began = time.GetTimestamp();
        var count = await reader.CountAsync(reader.Place.Runs, cancellationToken);
        var all = await _marks.ReadAllAsync(known.Limits, idsOnly || _feed is not null, cancellationToken);
        var there = all.Select(mark => mark.Id).ToHashSet();
        var told = also.ToHashSet();
        // The first marks are what later ones are compared with.
        var isFirst = cursor.SweptAt is null;
        var changed = all.Where(mark => told.Contains(mark.Id) || !known.Contains(mark.Id) || (!isFirst && IsChanged(cursor, mark))).ToList();
        var deleted = known.Ids.Where(id => !there.Contains(id)).ToList();
        var changes = await FinishAsync(known, cursor, changed, deleted, count, cancellationToken);

        foreach (var mark in all)
        {
            Keep(cursor, mark);
        }

        cursor.SweptAt = time.GetUtcNow();
        cursor.MarkedAt = idsOnly ? cursor.MarkedAt : cursor.SweptAt;
        cursor.SweepTook = time.GetElapsedTime(began);
        return changes;
    }

    // Nothing is kept before it could be read in full: a failure in between must not hide a change.
    private async Task<RunChanges> FinishAsync(
        IKnownRuns known, MongoCursor cursor, IReadOnlyList<RunMark> changed, IReadOnlyList<RunId> deleted, long count, CancellationToken cancellationToken)
    {
        var summaries = await SummariesAsync([.. changed.Select(mark => mark.Id)], known.Limits, cancellationToken);
        foreach (var mark in changed)
        {
            Keep(cursor, mark);
        }

        foreach (var id in deleted)
        {
            cursor.Marks.Remove(id);
        }

        cursor.Count = count;
        return new RunChanges(summaries, deleted, cursor);
    }

    private async Task<IReadOnlyList<RunSummary>> SummariesAsync(IReadOnlyCollection<RunId> ids, RunLimits limits, CancellationToken cancellationToken)
    {
        var summaries = new List<RunSummary>(ids.Count);
        foreach (var some in ids.Chunk(SummariesAtOnce))
        {
            summaries.AddRange((await runs.ReadSummariesAsync(some, cancellationToken)).Where(run => MongoRuns.IsWithin(limits, run)));
        }

        return summaries;
    }

    private static IReadOnlyCollection<RunId> InTurn(IReadOnlyList<RunId> active, int turn)
    {
        var parts = (active.Count + ActiveAtOnce - 1) / ActiveAtOnce;
        return parts <= 1 ? active : [.. active.Where((_, i) => i % parts == turn % parts)];
    }

    private static bool IsChanged(MongoCursor cursor, RunMark mark) =>
        mark.Mark is not null && !(cursor.Marks.TryGetValue(mark.Id, out var kept) && kept == mark.Mark);

    private static void Keep(MongoCursor cursor, RunMark mark)
    {
        cursor.Saw(mark.Id);
        if (mark.Mark is { } value)
        {
            cursor.Marks[mark.Id] = value;
        }
    }
}
