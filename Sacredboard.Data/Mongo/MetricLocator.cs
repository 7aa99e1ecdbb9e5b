using MongoDB.Bson;
using MongoDB.Driver;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Mongo;

/// <summary>
/// Knows which metric documents each run has. Sacred makes no index on <c>metrics.run_id</c>, so that finding the metrics of a
/// run means to read them all; this index of our own is read once and then kept up to date from the ids of new documents.
/// </summary>
internal sealed class MetricLocator(MongoReader reader, TimeProvider time)
{
    /// <summary>Above that the index is not worth its memory (some 100 bytes per document).</summary>
    private const int MostDocuments = 3_000_000;

    // Rebuilding after deletions may take a tenth of the time.
    private const int RebuildShare = 10;

    private static readonly TimeSpan RefreshEvery = TimeSpan.FromMilliseconds(500);
    private static readonly BsonDocument Project = new("$project", new BsonDocument("run_id", 1));

    private readonly SemaphoreSlim _gate = new(1);
    private Index? _index;
    private Task? _building;
    private bool _isNeeded = true;

    /// <summary>Ids of the run's metric documents; null when that is not known (yet) and the server must search.</summary>
    public async Task<IReadOnlyList<BsonValue>?> FindAsync(RunId run, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_building is { IsCompleted: true })
            {
                // A failed reading is tried again with the next question; the search by the server tells what is wrong.
                _building = null;
            }

            if (_index is null || !await RefreshAsync(_index, cancellationToken))
            {
                _building ??= _isNeeded ? BuildAsync() : null;
                return null;
            }

            return _index.ByRun.GetValueOrDefault(run) ?? [];
        }
        finally
        {
            _gate.Release();
        }
    }

    // Nobody waits for it: the question that began it is answered by the server meanwhile.
    private async Task BuildAsync()
    {
        try
        {
            var began = time.GetTimestamp();
            var count = await reader.CountAsync(reader.Place.Metrics, CancellationToken.None);
            if (count > MostDocuments || await HasIndexAsync())
            {
                _isNeeded = false;
                return;
            }

            var index = new Index();
            await foreach (var batch in reader.ReadBatchesAsync(reader.Place.Metrics, [Project], Read, 20_000, CancellationToken.None))
            {
                index.Add(batch);
            }

            index.Miscount = await reader.CountAsync(reader.Place.Metrics, CancellationToken.None) - index.Count;
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
    private async Task<bool> RefreshAsync(Index index, CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(index.RefreshedAt) < RefreshEvery)
        {
            return true;
        }

        var newer = new BsonDocument("_id", new BsonDocument("$gt", index.Greatest));
        index.Add(await reader.ReadListAsync(reader.Place.Metrics, [new("$match", newer), Project], Read, cancellationToken));
        index.RefreshedAt = time.GetTimestamp();
        if (index.Count + index.Miscount == await reader.CountAsync(reader.Place.Metrics, cancellationToken))
        {
            return true;
        }

        if (time.GetElapsedTime(index.BuiltAt) >= index.BuildTook * RebuildShare)
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

    private static (RunId Run, BsonValue? Id) Read(ReadOnlySpan<byte> document)
    {
        var run = BsonSpanReader.TryFind(document, "run_id"u8, out var found) ? MongoRunId.Read(found) : RunId.Null;
        return (run, BsonSpanReader.TryFind(document, "_id"u8, out var id)
            ? id.Type == BsonType.ObjectId ? new BsonObjectId(new ObjectId(id.Value.ToArray())) : BsonOddity.ToBson(id)
            : null);
    }

    private sealed class Index
    {
        public Dictionary<RunId, List<BsonValue>> ByRun { get; } = [];

        public int Count { get; private set; }

        /// <summary>By how much the server's count, which is not exact after a crash, is too high.</summary>
        public long Miscount { get; set; }

        /// <summary>Sacred's documents get their ids in the order of their making.</summary>
        public ObjectId Greatest { get; private set; }

        public long RefreshedAt { get; set; }

        public long BuiltAt { get; set; }

        public TimeSpan BuildTook { get; set; }

        public void Add(IEnumerable<(RunId Run, BsonValue? Id)> documents)
        {
            foreach (var (run, id) in documents)
            {
                if (!ByRun.TryGetValue(run, out var ids))
                {
                    ByRun[run] = ids = new(1);
                }

                ids.Add(id!);
                Count++;
                Greatest = id is BsonObjectId { Value: var value } && value > Greatest ? value : Greatest;
            }
        }
    }
}
