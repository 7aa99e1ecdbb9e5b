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
    private const int RunsAtOnce = 2000;

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
    private (long At, Neighbours Found)? _known;

    /// <summary>Whether other collections of runs have their metrics in the same collection.</summary>
    public async Task<bool> HasNeighboursAsync(CancellationToken cancellationToken) =>
        (await NeighboursAsync(cancellationToken)).Collections.Count > 0;

    /// <summary>The attempt of a run; null when all that is stored under its id is its own.</summary>
    public async Task<RunAttempt?> FindAsync(RunId run, CancellationToken cancellationToken) =>
        (await FindAsync([run], cancellationToken)).GetValueOrDefault(run);

    /// <summary>The attempts of those runs whose documents may hold points of others.</summary>
    public async Task<IReadOnlyDictionary<RunId, RunAttempt>> FindAsync(
        IReadOnlyCollection<RunId> runs, CancellationToken cancellationToken)
    {
        var found = new Dictionary<RunId, RunAttempt>();
        var neighbours = await NeighboursAsync(cancellationToken);
        foreach (var part in neighbours.IsAlone ? [] : runs.Chunk(RunsAtOnce))
        {
            var ids = new BsonArray(part.Select(MongoRunId.ToBson).OfType<BsonValue>());
            BsonDocument[] select = [new("$match", new BsonDocument("_id", new BsonDocument("$in", ids))), Project];
            var own = await reader.ReadListAsync(reader.Place.Runs, select, Read, cancellationToken);
            var others = (await OthersAsync(neighbours.Collections, select, cancellationToken)).ToLookup(span => span.Run);
            foreach (var span in own.Where(span => span.IsOfSeml || others.Contains(span.Run)))
            {
                found[span.Run] = new(span.From, span.Until, [.. others[span.Run].Select(other => (other.From, other.Until))]);
            }
        }

        return found;
    }

    // The first of the others, united with the rest: one query, however many there are.
    private async Task<IReadOnlyList<Span>> OthersAsync(
        IReadOnlyList<string> names, BsonDocument[] select, CancellationToken cancellationToken) =>
        names.Count == 0 ? [] : await reader.ReadListAsync(
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

    private async Task<Neighbours> NeighboursAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known && time.GetElapsedTime(known.At) < CollectionsStay)
        {
            return known.Found;
        }

        var found = new Neighbours([], HasRunsOfSeml: true);
        try
        {
            var names = await _collections.ListAsync(cancellationToken);
            found = new(
                [.. names.Where(name => name != reader.Place.Runs && reader.Place.WithCollection(name).Metrics == reader.Place.Metrics)],
                _collections.HasRunsOfSeml(reader.Place.Runs));
        }
        catch (RunStoreException exception) when (exception.Problem is RunStoreProblem.Refused or RunStoreProblem.Unreadable)
        {
            // Who may read this collection alone cannot know of others.
        }

        _known = (time.GetTimestamp(), found);
        return found;
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

    /// <summary>What is known of the database.</summary>
    /// <param name="Collections">The other collections of runs whose metrics lie in the same collection.</param>
    /// <param name="HasRunsOfSeml">SEML made runs of this collection, or it is not known.</param>
    private sealed record Neighbours(IReadOnlyList<string> Collections, bool HasRunsOfSeml)
    {
        public bool IsAlone => Collections.Count == 0 && !HasRunsOfSeml;
    }

    /// <summary>When a run ran; one that did not start has no time.</summary>
    private readonly record struct Span(RunId Run, double From, double Until, bool IsOfSeml);
}
