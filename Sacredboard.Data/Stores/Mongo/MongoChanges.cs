using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Finds changed runs: by the server's change stream where it has one. Otherwise each call looks at new ids and active runs, compares
/// all ids when the number of runs is unexpected, compares change stamps of all runs twice a minute, and looks for edits of their other
/// parts all the time.
/// </summary>
internal sealed class MongoChanges(MongoReader reader, MongoRuns runs, MongoRunMarks marks, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(30);

    // A change stream is silent where nothing changes, and also where a replica set has lost its primary.
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(3);

    // Sweeps caused by an unexpected count may take at most a tenth of the time.
    private const int SweepPauseFactor = 10;

    private const int SummaryBatchSize = 2000;

    // Among thousands of RUNNING runs most are dead, so each call looks at a part of them.
    private const int MaxActivePerCall = 3000;

    private readonly MongoRunStamps _stamps = new(reader);
    private readonly MongoEdits _edits = new(reader, marks, time);
    private RunChangeStream? _stream;
    private bool _hasNoStream;
    private DateTimeOffset _checkedAt;

    public async Task<RunChanges> ReadAsync(IKnownRuns known, MongoCursor? cursor, CancellationToken cancellationToken)
    {
        try
        {
            await CheckAsync(cancellationToken);
            return cursor is null ? await StartAsync(known, cancellationToken)
                : _stream is null ? await WithEditsAsync(known, await PollAsync(known, cursor, cancellationToken), cancellationToken)
                : await _stream.ReadAsync(cancellationToken) is { } touched ? await ReadTouchedAsync(
                    known,
                    cursor,
                    touched,
                    cancellationToken)
                : await StartAsync(known, cancellationToken);
        }
        catch (RunStoreException) when (_stream is not null)
        {
            // The stream may have missed changes: the next call opens a new one and reads all ids.
            await CloseStreamAsync();
            cursor?.SweptAt = null;
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await CloseStreamAsync();

    private async Task<RunChanges> WithEditsAsync(IKnownRuns known, RunChanges changes, CancellationToken cancellationToken)
    {
        // PollAsync may have opened a stream.
        var edited = _stream is null ? await _edits.ReadAsync(known, cancellationToken) : [];
        return edited.Count == 0 ? changes
            : changes with { Changed = [.. changes.Changed, .. edited.ExceptBy(changes.Changed.Select(run => run.Id), run => run.Id)] };
    }

    // Well means that reading works, not that nothing was heard.
    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (_stream is not null && time.GetUtcNow() - _checkedAt >= CheckInterval)
        {
            await reader.CountAsync(reader.Place.Runs, cancellationToken);
            _checkedAt = time.GetUtcNow();
        }
    }

    // The stream is opened before all ids are read, so that no change falls in between.
    private async Task<RunChanges> StartAsync(IKnownRuns known, CancellationToken cancellationToken)
    {
        await OpenStreamAsync(cancellationToken);
        return await SweepAsync(known, new MongoCursor(), known.Active, cancellationToken);
    }

    private async Task OpenStreamAsync(CancellationToken cancellationToken)
    {
        await CloseStreamAsync();
        if (!_hasNoStream)
        {
            _stream = await RunChangeStream.TryOpenAsync(reader, cancellationToken);
            _hasNoStream = _stream is null;
        }
    }

    private async Task CloseStreamAsync()
    {
        if (_stream is { } stream)
        {
            _stream = null;
            await stream.DisposeAsync();
        }
    }

    /// <summary>Runs that the stream named: changed if they still exist, deleted otherwise.</summary>
    private async Task<RunChanges> ReadTouchedAsync(
        IKnownRuns known,
        MongoCursor cursor,
        HashSet<RunId> touched,
        CancellationToken cancellationToken)
    {
        var changed = await SummariesAsync(touched, known.Limits, cancellationToken);
        touched.ExceptWith(changed.Select(run => run.Id));
        return new RunChanges(changed, [.. touched.Where(known.Contains)], cursor);
    }

    private async Task<RunChanges> PollAsync(IKnownRuns known, MongoCursor cursor, CancellationToken cancellationToken)
    {
        if (cursor.SweptAt is null && !_hasNoStream)
        {
            return await StartAsync(known, cancellationToken);
        }

        var now = time.GetUtcNow();
        if (cursor.SweptAt is null || now - cursor.StampedAt >= SweepInterval)
        {
            return await SweepAsync(known, cursor, known.Active, cancellationToken);
        }

        var count = await reader.CountAsync(reader.Place.Runs, cancellationToken);
        var fresh = await _stamps.ReadNewAsync(cursor.Greatest, cancellationToken);
        var call = ActiveOfCall(known.Active, cursor.Calls++);
        var active = await _stamps.ReadAsync(call, cancellationToken);
        var gone = call.Except(active.Select(stamp => stamp.Id)).Where(known.Contains).ToList();
        if (count != cursor.Count + fresh.Count - gone.Count && now - cursor.SweptAt >= cursor.SweepTook * SweepPauseFactor)
        {
            return await SweepAsync(known, cursor, known.Active, cancellationToken, idsOnly: true);
        }

        return await FinishAsync(
            known,
            cursor,
            [.. fresh, .. active.Where(cursor.IsChanged)],
            gone,
            count,
            cancellationToken);
    }

    /// <summary>Compares all stored runs with the known ones.</summary>
    /// <param name="also">Runs to report in any case.</param>
    private async Task<RunChanges> SweepAsync(
        IKnownRuns known, MongoCursor cursor, IReadOnlyCollection<RunId> also, CancellationToken cancellationToken, bool idsOnly = false)
    {
        var began = time.GetTimestamp();
        var count = await reader.CountAsync(reader.Place.Runs, cancellationToken);
        var included = also.ToHashSet();
        // The first stamps only serve for later comparisons.
        var isFirst = cursor.SweptAt is null;
        var changed = new Dictionary<RunId, MongoRunStamp>();
        cursor.BeginSweep();
        await _stamps.ReadAllAsync(known.Limits, idsOnly || _stream is not null, Compare, cancellationToken);
        var deleted = known.Ids.Where(id => !cursor.IsSeen(id) && !changed.ContainsKey(id)).ToList();
        var changes = await FinishAsync(known, cursor, [.. changed.Values], deleted, count, cancellationToken);
        cursor.SweptAt = time.GetUtcNow();
        cursor.StampedAt = idsOnly ? cursor.StampedAt : cursor.SweptAt;
        cursor.SweepTook = time.GetElapsedTime(began);
        return changes;

        void Compare(MongoRunStamp stamp)
        {
            if (included.Contains(stamp.Id) || !known.Contains(stamp.Id) || (!isFirst && cursor.IsChanged(stamp)))
            {
                changed[stamp.Id] = stamp;
            }
            else
            {
                cursor.Keep(stamp);
            }
        }
    }

    // Stamps are kept only after the runs were read: a failure in between must not hide a change.
    private async Task<RunChanges> FinishAsync(
        IKnownRuns known, MongoCursor cursor, IReadOnlyList<MongoRunStamp> changed, IReadOnlyList<RunId> deleted, long count,
        CancellationToken cancellationToken)
    {
        var summaries = await SummariesAsync([.. changed.Select(stamp => stamp.Id)], known.Limits, cancellationToken);
        foreach (var stamp in changed)
        {
            cursor.Keep(stamp);
        }

        foreach (var id in deleted)
        {
            cursor.Forget(id);
            marks.Forget(id);
        }

        cursor.Count = count;
        return new RunChanges(summaries, deleted, cursor);
    }

    private async Task<IReadOnlyList<RunSummary>> SummariesAsync(
        IReadOnlyCollection<RunId> ids,
        RunLimits limits,
        CancellationToken cancellationToken)
    {
        var summaries = new List<RunSummary>(ids.Count);
        foreach (var batch in ids.Chunk(SummaryBatchSize))
        {
            summaries.AddRange((await runs.ReadSummariesAsync(batch, cancellationToken)).Where(run => MongoRuns.IsWithin(limits, run)));
        }

        return summaries;
    }

    private static IReadOnlyCollection<RunId> ActiveOfCall(IReadOnlyList<RunId> active, int call)
    {
        var parts = (active.Count + MaxActivePerCall - 1) / MaxActivePerCall;
        return parts <= 1 ? active : [.. active.Where((_, i) => i % parts == call % parts)];
    }
}
