using System.Runtime.CompilerServices;
using MongoDB.Bson;
using Sacredboard.Data.Metrics.Info;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>Reads the info of runs. Of one curve, the server sends only what may lead to it.</summary>
internal sealed class MongoRunInfo(MongoReader reader) : IRunInfo
{
    private const int RunsAtOnce = 500;

    /// <summary>So many runs are in memory at a time, twice: an info may have megabytes.</summary>
    private const int BatchSize = 50;

    public async IAsyncEnumerable<IReadOnlyList<RunInfo>> ReadAsync(
        IReadOnlyList<RunId> runs, string? curve, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (curve is not null && !StoredText.IsUnicode(curve))
        {
            yield return [.. runs.Select(id => new RunInfo(id, null))];
            yield break;
        }

        foreach (var ids in runs.Chunk(RunsAtOnce))
        {
            var missing = ids.ToHashSet();
            var known = new BsonArray(ids.Select(MongoRunId.ToBson).Where(id => id is not null));
            BsonDocument[] stages = [new("$match", new BsonDocument("_id", new BsonDocument("$in", known))), InfoProjection.Of(curve)];
            var batches = reader.ReadBatchesAsync(reader.Place.Runs, stages, InfoProjection.Read, BatchSize, cancellationToken);
            await foreach (var batch in batches)
            {
                missing.ExceptWith(batch.Select(info => info.Run));
                yield return batch;
            }

            yield return [.. missing.Select(id => new RunInfo(id, null))];
        }
    }

    public long? EstimateBytes(RunId id) => null;

    public async Task<IReadOnlyList<RunId>> ListNewestAsync(int count, CancellationToken cancellationToken) =>
        await reader.ReadListAsync(
            reader.Place.Runs,
            [new("$sort", new BsonDocument("_id", -1)), new("$limit", count), new("$project", new BsonDocument("_id", 1))],
            document => MongoRunId.Of(document) ?? RunId.Null,
            cancellationToken);
}
