using System.Runtime.CompilerServices;
using MongoDB.Bson;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>Reads run documents, completely or as summaries.</summary>
/// <param name="reader">Reads the database.</param>
/// <param name="marks">Notes what summaries were read from; null for those that the catalog does not follow.</param>
internal sealed class MongoRuns(MongoReader reader, MongoRunMarks? marks = null)
{
    // The first batch fills a page quickly; later ones are large to save round trips.
    private const int FirstBatchSize = 150;
    private const int BatchSize = 500;

    private static readonly BsonDocument NewestFirst = new("$sort", new BsonDocument("_id", -1));

    private static readonly BsonDocument Size =
        new("$project", new BsonDocument("size", new BsonDocument("$bsonSize", "$$ROOT")));

    private readonly RawReader<RunSummary> _read = marks is null
        ? document => SummaryProjection.Read(document, reader.Place.Runs)
        : marks.Read;

    private string Collection => reader.Place.Runs;

    public async IAsyncEnumerable<RunBatch> ReadAllAsync(RunLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var total = (int)Math.Min(await reader.CountAsync(Collection, cancellationToken), limits.MaxRuns ?? int.MaxValue);
        var limitStages = LimitStages(limits);
        var first = await reader.ReadListAsync(
            Collection,
            [.. limitStages, new("$limit", FirstBatchSize), .. SummaryProjection.Stages],
            _read,
            cancellationToken);
        yield return new RunBatch([.. first.Where(run => IsWithin(limits, run))], Math.Max(total, first.Count));
        if (first.Count < FirstBatchSize)
        {
            yield break;
        }

        // Starts over, so that no run is lost between the two queries when others come or go.
        var seen = first.Select(run => run.Id).ToHashSet();
        var count = first.Count;
        var batches = reader.ReadBatchesAsync(
            Collection,
            [.. limitStages, .. SummaryProjection.Stages],
            _read,
            BatchSize,
            cancellationToken);
        await foreach (var batch in batches.WithCancellation(cancellationToken))
        {
            var unseen = batch.Where(run => IsWithin(limits, run) && !seen.Contains(run.Id)).ToArray();
            count += unseen.Length;
            yield return new RunBatch(unseen, Math.Max(total, count));
        }
    }

    public async Task<IReadOnlyList<RunSummary>> ReadSummariesAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken)
    {
        var values = new BsonArray(ids.Select(MongoRunId.ToBson).Where(id => id is not null));
        return values.Count == 0
            ? []
            : await reader.ReadListAsync(
                Collection,
                [new("$match", new BsonDocument("_id", new BsonDocument("$in", values))), .. SummaryProjection.Stages],
                _read,
                cancellationToken);
    }

    /// <summary>The size of the document without its output, in bytes of BSON; 0 when there is none.</summary>
    public async Task<long> MeasureAsync(RunId id, CancellationToken cancellationToken)
    {
        if (MongoRunId.Filter("_id", id) is not { } filter)
        {
            return 0;
        }

        var found = await reader.ReadListAsync(
            Collection,
            [new("$match", filter), new("$unset", "captured_out"), Size],
            document => BsonSpanReader.TryFind(document, "size"u8, out var size) ? size.Int32 : 0,
            cancellationToken);
        return found.FirstOrDefault();
    }

    /// <summary>The document without its output; null when there is none. A <c>captured_out</c> that is not text is kept.</summary>
    public async Task<SacredObject?> FindAsync(RunId id, RunParts parts, CancellationToken cancellationToken)
    {
        if (MongoRunId.Filter("_id", id) is not { } filter)
        {
            return null;
        }

        var isText = new BsonDocument("$eq", new BsonArray { new BsonDocument("$type", "$captured_out"), "string" });
        var withoutOutput = new BsonDocument("$set", new BsonDocument(
            "captured_out",
            new BsonDocument("$cond", new BsonArray { isText, "$$REMOVE", "$captured_out" })));
        var found = await reader.ReadListAsync(
            Collection,
            [new("$match", filter), new("$unset", SemlRun.Environment), withoutOutput],
            document => BsonTree.ReadRun(document, parts),
            cancellationToken);
        return found.FirstOrDefault();
    }

    /// <summary>Stages that select the runs within the limits, newest first in the server's order of ids.</summary>
    public static IReadOnlyList<BsonDocument> LimitStages(RunLimits limits)
    {
        var stages = new List<BsonDocument> { NewestFirst };
        if (limits.Since is { } since)
        {
            // Runs without a start (queued ones), or with one that is not a date, are kept.
            stages.Insert(
                0,
                new(
                    "$match",
                    new BsonDocument(
                        "start_time",
                        new BsonDocument("$not", new BsonDocument("$lt", DateTime.SpecifyKind(since, DateTimeKind.Utc))))));
        }

        if (limits.MaxRuns is { } max)
        {
            stages.Add(new("$limit", Math.Max(1, max)));
        }

        return stages;
    }

    /// <summary>The server compares only dates; a start time that another tool stored as text is compared here.</summary>
    public static bool IsWithin(RunLimits limits, RunSummary run) =>
        limits.Since is null || run.Started is null || run.Started >= limits.Since;
}
