using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Sql;

/// <summary>
/// Finds changed runs: each call looks at new numbers and active runs, compares all ids when the number of runs is unexpected, and the
/// change stamps of all runs twice a minute.
/// </summary>
internal sealed class SqlChanges(SqlReader reader, SqlSchemaReader schemas, SqlRuns runs, TimeProvider time)
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(30);

    // Sweeps caused by an unexpected count may take at most a tenth of the time.
    private const int SweepPauseFactor = 10;

    // Servers count row by row, which may take a fiftieth of the time.
    private const int CountPauseFactor = 50;

    // Among thousands of RUNNING runs most are dead, so each call looks at a part of them.
    private const int MaxActivePerCall = 1000;

    public async Task<RunChanges> ReadAsync(IKnownRuns known, SqlCursor? cursor, CancellationToken cancellationToken)
    {
        var stamps = new SqlRunStamps(reader, await schemas.ReadAsync(cancellationToken).ConfigureAwait(false));
        if (cursor is null || time.GetUtcNow() - cursor.StampedAt >= SweepInterval)
        {
            return await SweepAsync(known, cursor, stamps, idsOnly: false, cancellationToken).ConfigureAwait(false);
        }

        var count = await CountAsync(cursor, stamps, cancellationToken).ConfigureAwait(false);
        var fresh = await stamps.ReadNewAsync(cursor.Greatest, cancellationToken).ConfigureAwait(false);
        var looked = ActiveOfCall(known.Active, cursor.Calls++);
        var active = await stamps.ReadAsync(looked, cancellationToken).ConfigureAwait(false);
        var gone = looked.Except(active.Select(stamp => stamp.Id)).Where(known.Contains).ToList();
        var expected = cursor.Count + fresh.Count - gone.Count;
        if ((count ?? expected) != expected && time.GetUtcNow() - cursor.SweptAt >= cursor.SweepTook * SweepPauseFactor)
        {
            return await SweepAsync(known, cursor, stamps, idsOnly: true, cancellationToken).ConfigureAwait(false);
        }

        SqlRunStamp[] changed = [.. fresh, .. active.Where(stamp => IsChanged(cursor, stamp))];
        return await FinishAsync(known, cursor, (changed, gone, count ?? expected), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Compares all stored runs with the known ones.</summary>
    private async Task<RunChanges> SweepAsync(
        IKnownRuns known, SqlCursor? last, SqlRunStamps stamps, bool idsOnly, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var cursor = last ?? new SqlCursor();
        var schema = await schemas.ReadAsync(cancellationToken).ConfigureAwait(false);
        var count = await stamps.CountAsync(cancellationToken).ConfigureAwait(false);
        var all = await stamps.ReadAllAsync(runs.Within(schema, known.Limits), idsOnly, cancellationToken).ConfigureAwait(false);
        var there = all.Select(stamp => stamp.Id).ToHashSet();
        var active = known.Active.ToHashSet();
        // The first stamps only serve for later comparisons.
        var changed = all.FindAll(stamp => active.Contains(stamp.Id) || !known.Contains(stamp.Id)
            || (last is not null && IsChanged(cursor, stamp)));
        var deleted = known.Ids.Where(id => !there.Contains(id)).ToList();
        var changes = await FinishAsync(known, cursor, (changed, deleted, count), cancellationToken).ConfigureAwait(false);

        all.ForEach(stamp => Keep(cursor, stamp));
        cursor.SweptAt = time.GetUtcNow();
        cursor.StampedAt = idsOnly ? cursor.StampedAt : cursor.SweptAt;
        cursor.SweepTook = time.GetElapsedTime(began);
        return changes;
    }

    // Null when it is not due.
    private async Task<long?> CountAsync(SqlCursor cursor, SqlRunStamps stamps, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - cursor.CountedAt < cursor.CountTook * CountPauseFactor)
        {
            return null;
        }

        var began = time.GetTimestamp();
        var count = await stamps.CountAsync(cancellationToken).ConfigureAwait(false);
        (cursor.CountedAt, cursor.CountTook) = (time.GetUtcNow(), time.GetElapsedTime(began));
        return count;
    }

    // Stamps are kept only after the runs were read: a failure in between must not hide a change.
    private async Task<RunChanges> FinishAsync(
        IKnownRuns known,
        SqlCursor cursor,
        (IReadOnlyList<SqlRunStamp> Changed, IReadOnlyList<RunId> Deleted, long Count) found,
        CancellationToken cancellationToken)
    {
        var summaries = await runs.ReadSummariesAsync([.. found.Changed.Select(stamp => stamp.Id)], cancellationToken)
            .ConfigureAwait(false);
        foreach (var stamp in found.Changed)
        {
            Keep(cursor, stamp);
        }

        foreach (var id in found.Deleted)
        {
            cursor.Stamps.Remove(id);
        }

        cursor.Count = found.Count;
        return new RunChanges([.. summaries.Where(run => SqlRuns.IsWithin(known.Limits, run))], found.Deleted, cursor);
    }

    private static IReadOnlyCollection<RunId> ActiveOfCall(IReadOnlyList<RunId> active, int call)
    {
        var parts = (active.Count + MaxActivePerCall - 1) / MaxActivePerCall;
        return parts <= 1 ? active : [.. active.Where((_, i) => i % parts == call % parts)];
    }

    private static bool IsChanged(SqlCursor cursor, SqlRunStamp stamp) =>
        stamp.Value is not null && !(cursor.Stamps.TryGetValue(stamp.Id, out var kept) && kept == stamp.Value);

    private static void Keep(SqlCursor cursor, SqlRunStamp stamp)
    {
        cursor.Greatest = Math.Max(cursor.Greatest, stamp.Counter ?? cursor.Greatest);
        if (stamp.Value is { } value)
        {
            cursor.Stamps[stamp.Id] = value;
        }
    }
}
