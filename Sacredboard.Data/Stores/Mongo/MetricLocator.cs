using System.Text;
using MongoDB.Bson;
using MongoDB.Driver;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Knows which metric documents each run has. Sacred creates no index on <c>metrics.run_id</c>, so finding the metrics of one run
/// would scan the collection. This in-memory index is built once and then updated from the ids of new documents.
/// </summary>
/// <param name="reader">Reads the database.</param>
/// <param name="time">The clock.</param>
/// <param name="maxDocuments">Without an index above this number, because it takes about 40 bytes per document.</param>
internal sealed class MetricLocator(MongoReader reader, TimeProvider time, int maxDocuments = 3_000_000)
{
    // Rebuilds after deletions may take at most a tenth of the time.
    private const int RebuildPauseFactor = 10;

    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMilliseconds(500);
    /// <summary>What <see cref="MetricIndex.Read"/> needs.</summary>
    public static readonly BsonDocument Project =
        new("$project", new BsonDocument { [MetricShape.Run] = 1, [MetricShape.OldRun] = 1, ["name"] = 1 });

    private static readonly BsonDocument FindOld = new("$match", new BsonDocument
    {
        [MetricShape.Run] = BsonNull.Value,
        [MetricShape.OldRun] = new BsonDocument("$exists", true),
    });

    // A name that is not text counts as the empty name.
    private static readonly BsonDocument[] CountNames =
    [
        new("$group", new BsonDocument
        {
            ["_id"] = new BsonDocument(
                "$cond",
                new BsonArray { new BsonDocument("$eq", new BsonArray { new BsonDocument("$type", "$name"), "string" }), "$name", "" }),
            ["runs"] = new BsonDocument("$sum", 1),
        }),
    ];

    private readonly SemaphoreSlim _gate = new(1);
    private MetricIndex? _index;
    private Task? _building;
    private bool _isNeeded = true;

    // An index of the server finds all documents by the id of their run; null while that is not known.
    private bool? _isIndexed;

    /// <summary>
    /// All metric documents that the run has by now, without their points; null when they are not known (yet) and the server must search.
    /// </summary>
    // What is listed is kept until the run changes again: a document written just before a change must not be missed.
    public Task<IReadOnlyList<MetricIndex.Document>?> FindAsync(RunId run, CancellationToken cancellationToken) =>
        QueryIndexAsync(index => index.Find(run), cancellationToken, maxAge: TimeSpan.Zero);

    /// <summary>Ids of the documents of one metric of a run; null as above.</summary>
    public async Task<IReadOnlyList<BsonValue>?> FindAsync(RunId run, string name, CancellationToken cancellationToken) =>
        // Nearly always a metric has one document, so that what is known of it needs no look for newer ones.
        await FindAsync([run], name, cancellationToken) is { Count: > 0 } found ? found
        : await QueryIndexAsync(index => index.Find([run], name), cancellationToken, maxAge: TimeSpan.Zero);

    /// <summary>Ids of the documents of one metric of several runs; null as above.</summary>
    public Task<IReadOnlyList<BsonValue>?> FindAsync(IReadOnlyList<RunId> runs, string name, CancellationToken cancellationToken) =>
        QueryIndexAsync(index => index.Find(runs, name), cancellationToken);

    /// <summary>A filter for a search by the server, which asks for the old name of the run's id only where that costs no index.</summary>
    /// <param name="byRun">Selects documents by the id of their run, given the name under which it is stored.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<BsonDocument> SearchAsync(Func<string, BsonDocument> byRun, CancellationToken cancellationToken)
    {
        _isIndexed ??= await IsIndexedAsync(cancellationToken);
        return _isIndexed == true
            ? byRun(MetricShape.Run)
            : new BsonDocument("$or", new BsonArray { byRun(MetricShape.Run), byRun(MetricShape.OldRun) });
    }

    /// <summary>All metric names with the number of their documents.</summary>
    public async Task<IReadOnlyList<MetricName>> ListNamesAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        return await QueryIndexAsync<IReadOnlyList<MetricName>>(index => [.. index.Names], cancellationToken)
            ?? await CountNamesAsync([], cancellationToken);
    }

    /// <summary>The same of the documents that these stages leave, counted by the server.</summary>
    public async Task<IReadOnlyList<MetricName>> CountNamesAsync(
        IReadOnlyList<BsonDocument> stages, CancellationToken cancellationToken) =>
        await reader.ReadListAsync(reader.Place.Metrics, [.. stages, .. CountNames], ReadName, cancellationToken);

    /// <summary>Waits for the index when one is being built, and returns how documents are found best.</summary>
    public async Task<MetricLookup> PrepareAsync(CancellationToken cancellationToken)
    {
        await QueryIndexAsync(_ => "", cancellationToken);
        if (_building is { } building)
        {
            await building.WaitAsync(cancellationToken);
        }

        return _isNeeded ? MetricLookup.ById : _isIndexed == true ? MetricLookup.ByIndex : MetricLookup.ByScan;
    }

    private async Task<T?> QueryIndexAsync<T>(Func<MetricIndex, T> query, CancellationToken cancellationToken, TimeSpan? maxAge = null)
        where T : class
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_building is { IsCompleted: true })
            {
                // A failed build is retried with the next query; the server's search reports the error.
                _building = null;
            }

            if (_index is null || !await RefreshAsync(_index, maxAge ?? RefreshInterval, cancellationToken))
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

    // Runs in the background; meanwhile the server answers the query that started it.
    private async Task BuildAsync()
    {
        try
        {
            var began = time.GetTimestamp();
            var count = await reader.CountAsync(reader.Place.Metrics, CancellationToken.None);
            _isIndexed = await IsIndexedAsync(CancellationToken.None);
            _isNeeded = count <= maxDocuments && _isIndexed == false;
            if (!_isNeeded)
            {
                return;
            }

            var index = new MetricIndex();
            await foreach (var batch in reader.ReadBatchesAsync(
                reader.Place.Metrics,
                [Project],
                MetricIndex.Read,
                20_000,
                CancellationToken.None))
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

    /// <summary>Adds new documents; false when other documents came or went and the index must be rebuilt.</summary>
    private async Task<bool> RefreshAsync(MetricIndex index, TimeSpan maxAge, CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(index.RefreshedAt) < maxAge)
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

    // An administrator may have created the index that Sacred does not create. It does not find documents with the old name of the id,
    // but it tells at once whether there are any.
    private async Task<bool> IsIndexedAsync(CancellationToken cancellationToken)
    {
        var indexes = await reader.GuardAsync(
            async () =>
            {
                var metrics = reader.Database.GetCollection<BsonDocument>(reader.Place.Metrics);
                using var cursor = await metrics.Indexes.ListAsync(cancellationToken);
                return await cursor.ToListAsync(cancellationToken);
            },
            cancellationToken);
        return indexes.Any(index => index["key"] is BsonDocument { ElementCount: > 0 } key && key.GetElement(0).Name == MetricShape.Run)
            && (await reader.ReadListAsync(reader.Place.Metrics, [FindOld, new("$limit", 1), Project], MetricIndex.Read, cancellationToken))
                .Count == 0;
    }

    private static MetricName ReadName(ReadOnlySpan<byte> document)
    {
        BsonSpanReader.TryFind(document, "_id"u8, out var name);
        BsonSpanReader.TryFind(document, "runs"u8, out var runs);
        return new(Encoding.UTF8.GetString(name.Text), runs.Type == BsonType.Int32 ? runs.Int32 : int.MaxValue);
    }
}

/// <summary>How to find the metric documents of runs.</summary>
internal enum MetricLookup
{
    /// <summary>By id, from the in-memory index.</summary>
    ById,

    /// <summary>By run id, from an index of the server.</summary>
    ByIndex,

    /// <summary>By a scan of the collection.</summary>
    ByScan,
}
