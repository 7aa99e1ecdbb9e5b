using MongoDB.Bson;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Knows of which runs the metric documents may hold points of others. Sacred names a run in a metric document by its id alone, so that
/// runs of several collections meet in one document; SEML also starts a run again under its id.
/// </summary>
internal sealed class RunAttempts(MongoReader reader, TimeProvider time)
{
    private static readonly TimeSpan CollectionsStay = TimeSpan.FromSeconds(30);

    private static readonly BsonDocument Project = new("$project", new BsonDocument
    {
        ["status"] = 1,
        ["start_time"] = 1,
        ["stop_time"] = 1,
        ["heartbeat"] = 1,
        ["seml"] = new BsonDocument("$type", "$seml"),
    });

    private readonly MongoCollections _collections = new(reader, time);
    private (long At, IReadOnlyList<string> Names)? _others;

    /// <summary>The attempt of a run; null when all that is stored under its id is its own.</summary>
    public async Task<RunAttempt?> FindAsync(RunId run, CancellationToken cancellationToken) =>
        (await FindAsync([run], cancellationToken)).GetValueOrDefault(run);

    /// <summary>The attempts of those runs whose documents may hold points of others.</summary>
    public async Task<IReadOnlyDictionary<RunId, RunAttempt>> FindAsync(
        IReadOnlyCollection<RunId> runs, CancellationToken cancellationToken)
    {
        var ids = new BsonArray(runs.Select(MongoRunId.ToBson).OfType<BsonValue>());
        if (ids.Count == 0)
        {
            return new Dictionary<RunId, RunAttempt>();
        }

        BsonDocument[] select = [new("$match", new BsonDocument("_id", new BsonDocument("$in", ids))), Project];
        var own = await reader.ReadListAsync(reader.Place.Runs, select, Read, cancellationToken);
        var others = (await OthersAsync(select, cancellationToken)).ToLookup(span => span.Run);
        return own.Where(span => span.IsOfSeml || others.Contains(span.Run)).ToDictionary(
            span => span.Run,
            span => new RunAttempt(span.From, span.Until, [.. others[span.Run].Select(other => (other.From, other.Until))]));
    }

    // The first of the others, united with the rest: one query, however many there are.
    private async Task<IReadOnlyList<Span>> OthersAsync(BsonDocument[] select, CancellationToken cancellationToken)
    {
        var names = await CollectionsAsync(cancellationToken);
        return names.Count == 0 ? [] : await reader.ReadListAsync(
            names[0],
            [
                .. select,
                .. names.Skip(1).Select(name => new BsonDocument("$unionWith", new BsonDocument
                {
                    ["coll"] = name,
                    ["pipeline"] = new BsonArray(select),
                })),
            ],
            Read,
            cancellationToken);
    }

    // The collections of runs whose metrics lie in the same collection.
    private async Task<IReadOnlyList<string>> CollectionsAsync(CancellationToken cancellationToken)
    {
        if (_others is { } known && time.GetElapsedTime(known.At) < CollectionsStay)
        {
            return known.Names;
        }

        IReadOnlyList<string> names = [];
        try
        {
            names =
            [
                .. (await _collections.ListAsync(cancellationToken))
                    .Where(name => name != reader.Place.Runs && reader.Place.WithCollection(name).Metrics == reader.Place.Metrics),
            ];
        }
        catch (RunStoreException exception) when (exception.Problem is RunStoreProblem.Refused or RunStoreProblem.Unreadable)
        {
            // Who may read this collection alone cannot know of others.
        }

        _others = (time.GetTimestamp(), names);
        return names;
    }

    private static Span Read(ReadOnlySpan<byte> document)
    {
        var run = BsonTree.ReadObject(document);
        var status = (run["status"] as SacredText)?.Value;
        var started = StoredTime.Read(run["start_time"]);
        var ended = StoredTime.Read(run["stop_time"]);
        // The end of a run that was resumed is that of its last attempt; a run that was killed has none.
        ended = status == RunStatus.Running || ended < started ? null : ended ?? StoredTime.Read(run["heartbeat"]);
        return new(
            MongoRunId.Of(document) ?? RunId.Null,
            Milliseconds(started) ?? double.PositiveInfinity,
            Milliseconds(ended) ?? double.PositiveInfinity,
            run["seml"] is SacredText { Value: "object" });
    }

    private static double? Milliseconds(DateTime? time) => (time - DateTime.UnixEpoch)?.TotalMilliseconds;

    /// <summary>When a run ran; one that did not start has no time.</summary>
    private readonly record struct Span(RunId Run, double From, double Until, bool IsOfSeml);
}
