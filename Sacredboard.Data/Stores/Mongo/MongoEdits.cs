using MongoDB.Bson;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Finds edits of runs that nothing tells of, on servers without a change stream: looks through all known runs again and again, a few with
/// each call, so that it costs next to nothing and all have been looked at after some minutes.
/// </summary>
internal sealed class MongoEdits(MongoReader reader, MongoRunMarks marks, TimeProvider time)
{
    /// <summary>All runs are looked at within this time, however many they are.</summary>
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(8);

    /// <summary>Few runs are looked at sooner.</summary>
    private const int LeastPerSecond = 20;

    private const int MostPerCall = 1000;

    /// <summary>Looking takes about this share of the time at most: a document of many megabytes may take the server a second.</summary>
    private const double Share = 0.1;

    /// <summary>How much of <see cref="_tookEach"/> is left after a look that took less.</summary>
    private const double Forgetting = 0.9;

    private RunId[] _round = [];
    private int _next;
    private DateTimeOffset? _lookedAt;

    // How long a run takes, rather too much: large ones may lie between small ones.
    private TimeSpan _tookEach = TimeSpan.FromMilliseconds(5);

    /// <summary>The runs of the next part of the round that were edited.</summary>
    public async Task<IReadOnlyList<RunSummary>> ReadAsync(IKnownRuns known, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var passed = now - (_lookedAt ?? now);
        var due = Math.Max(known.Count * (passed / Round), LeastPerSecond * passed.TotalSeconds);
        if (_next >= _round.Length)
        {
            (_round, _next) = ([.. known.Ids], 0);
        }

        var affordable = passed * Share / _tookEach;
        var part = _round.AsSpan(_next, (int)Math.Min(Math.Min(due, affordable), Math.Min(MostPerCall, _round.Length - _next))).ToArray();
        _lookedAt = part.Length > 0 || _lookedAt is null ? now : _lookedAt;
        var ids = new BsonArray(part.Where(known.Contains).Select(MongoRunId.ToBson).OfType<BsonValue>());
        var edited = ids.Count == 0 ? [] : await LookAsync(ids, cancellationToken);
        _next += part.Length;
        return [.. edited.OfType<RunSummary>().Where(run => MongoRuns.IsWithin(known.Limits, run))];
    }

    private async Task<List<RunSummary?>> LookAsync(BsonArray ids, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var edited = await reader.ReadListAsync(
            reader.Place.Runs,
            [new("$match", new BsonDocument("_id", new BsonDocument("$in", ids))), .. SummaryProjection.Stages],
            marks.ReadIfEdited,
            cancellationToken);
        var took = time.GetElapsedTime(began) / ids.Count;
        _tookEach = took > _tookEach * Forgetting ? took : _tookEach * Forgetting;
        return edited;
    }
}
