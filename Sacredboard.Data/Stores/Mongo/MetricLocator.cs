using System.Text;
using MongoDB.Bson;
using MongoDB.Driver;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Knows which metric documents each run has. Sacred makes no index on <c>metrics.run_id</c>, so that finding the metrics of a
/// run means to read them all; this index of our own is read once and then kept up to date from the ids of new documents.
/// </summary>
/// <param name="reader">Of the database.</param>
/// <param name="time">The clock.</param>
/// <param name="maxDocuments">Above that the index is not worth its memory (some 40 bytes per document).</param>
internal sealed class MetricLocator(MongoReader reader, TimeProvider time, int maxDocuments = 3_000_000)
{
    // Rebuilding after deletions may take a tenth of the time.
    private const int RebuildPauseFactor = 10;

    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMilliseconds(500);
    private static readonly BsonDocument Project = new("$project", new BsonDocument { ["run_id"] = 1, ["name"] = 1 });

    // Names that are no text count as the empty one.
    private static readonly BsonDocument[] CountNames =
    [
        new("$group", new BsonDocument
        {
            ["_id"] = new BsonDocument("$cond", new BsonArray { new BsonDocument("$eq", new BsonArray { new BsonDocument("$type", "$name"), "string" }), "$name", "" }),
            ["runs"] = new BsonDocument("$sum", 1),
        }),
    ];

    private readonly SemaphoreSlim _gate = new(1);
    private MetricIndex? _index;
    private Task? _building;
    private bool _isNeeded = true;
    private bool _isIndexed;

    /// <summary>Ids of the run's metric documents; null when that is not known (yet) and the server must search.</summary>
    public Task<IReadOnlyList<BsonValue>?> FindAsync(RunId run, CancellationToken cancellationToken) =>
        QueryIndexAsync(index => index.Find(run), cancellationToken);

    /// <summary>The same for one metric of several runs.</summary>
    public Task<IReadOnlyList<BsonValue>?> FindAsync(IReadOnlyList<RunId> runs, string name, CancellationToken cancellationToken) =>
        QueryIndexAsync(index => index.Find(runs, name), cancellationToken);

    /// <summary>All names with their numbers of documents.</summary>
    public async Task<IReadOnlyList<MetricName>> ListNamesAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        return await QueryIndexAsync<IReadOnlyList<MetricName>>(index => [.. index.Names], cancellationToken)
            ?? await reader.ReadListAsync(reader.Place.Metrics, CountNames, ReadName, cancellationToken);
    }

    /// <summary>Waits until the index is there, if there is to be one; says how documents are best found.</summary>
    public async Task<MetricLookup> PrepareAsync(CancellationToken cancellationToken)
    {
        await QueryIndexAsync(_ => "", cancellationToken);
        if (_building is { } building)
        {
            await building.WaitAsync(cancellationToken);
        }

        return _isNeeded ? MetricLookup.ById : _isIndexed ? MetricLookup.ByIndex : MetricLookup.ByScan;
    }

    private async Task<T?> QueryIndexAsync<T>(Func<MetricIndex, T> query, CancellationToken cancellationToken)
        where T : class
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_building is { IsCompleted: true })
            {
                // A failed reading is tried again with the next query; the search by the server tells what is wrong.
                _building = null;
            }

            if (_index is null || !await RefreshAsync(_index, cancellationToken))
            {
                _building ??= _isNeeded ? BuildAsync() : null;
                return null;
            }

            return query(_index);
        }
        finally
        {
            _gate.Release();
        }
    }

    // Nobody waits for it: the query that began it is answered by the server meanwhile.
    private async Task BuildAsync()
    {
        try
        {
            var began = time.GetTimestamp();
            var count = await reader.CountAsync(reader.Place.Metrics, CancellationToken.None);
            _isIndexed = await HasIndexAsync();
            _isNeeded = count <= maxDocuments && !_isIndexed;
            if (!_isNeeded)
            {
                return;
            }

            var index = new MetricIndex();
            await foreach (var batch in reader.ReadBatchesAsync(reader.Place.Metrics, [Project], MetricIndex.Read, 20_000, CancellationToken.None))
            {
                index.Add(batch);
            }

            index.CountError = await reader.CountAsync(reader.Place.Metrics, CancellationToken.None) - index.Count;
            (index.RefreshedAt, index.BuiltAt) = (time.GetTimestamp(), time.GetTimestamp());
            index.BuildTook = time.GetElapsedTime(began);
            _index = index;
        }
        catch (RunStoreException)
        {
            _index = null;
        }
    }

    /// <summary>Adds new documents; false when others came or went that this cannot see, and all must be read again.</summary>
    private async Task<bool> RefreshAsync(MetricIndex index, CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(index.RefreshedAt) < RefreshInterval)
        {
            return true;
        }

        var newer = new BsonDocument("_id", new BsonDocument("$gt", index.Greatest));
        index.Add(await reader.ReadListAsync(reader.Place.Metrics, [new("$match", newer), Project], MetricIndex.Read, cancellationToken));
        index.RefreshedAt = time.GetTimestamp();
        if (index.Count + index.CountError == await reader.CountAsync(reader.Place.Metrics, cancellationToken))
        {
            return true;
        }

        if (time.GetElapsedTime(index.BuiltAt) >= index.BuildTook * RebuildPauseFactor)
        {
            _index = null;
        }

        return false;
    }

    // Somebody made the index that Sacred does not make.
    private async Task<bool> HasIndexAsync()
    {
        var indexes = await reader.GuardAsync(
            async () => await (await reader.Database.GetCollection<BsonDocument>(reader.Place.Metrics).Indexes.ListAsync()).ToListAsync(),
            CancellationToken.None);
        return indexes.Any(index => index["key"] is BsonDocument { ElementCount: > 0 } key && key.GetElement(0).Name == "run_id");
    }

    private static MetricName ReadName(ReadOnlySpan<byte> document)
    {
        BsonSpanReader.TryFind(document, "_id"u8, out var name);
        BsonSpanReader.TryFind(document, "runs"u8, out var runs);
        return new(Encoding.UTF8.GetString(name.Text), runs.Type == BsonType.Int32 ? runs.Int32 : int.MaxValue);
    }
}

/// <summary>How the metric documents of runs are best found.</summary>
internal enum MetricLookup
{
    /// <summary>By their ids, which are known here.</summary>
    ById,

    /// <summary>By the server, which has an index.</summary>
    ByIndex,

    /// <summary>By going through all of them.</summary>
    ByScan,
}
