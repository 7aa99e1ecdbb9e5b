using MongoDB.Bson;
using MongoDB.Driver;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>The server's change stream, of which only ids are sent. Replica sets and sharded clusters have one.</summary>
internal sealed class RunChangeStream : IAsyncDisposable
{
    private static readonly BsonDocument[] Stages = [new("$project", new BsonDocument { ["operationType"] = 1, ["documentKey"] = 1 })];

    private readonly MongoReader _reader;
    private readonly IChangeStreamCursor<RunId?> _stream;
    private bool _isOpening = true;

    private RunChangeStream(MongoReader reader, IChangeStreamCursor<RunId?> stream) => (_reader, _stream) = (reader, stream);

    /// <summary>Null when the server has no change streams, or this user may not open one.</summary>
    public static async Task<RunChangeStream?> TryOpenAsync(MongoReader reader, CancellationToken cancellationToken)
    {
        try
        {
            var stages = new BsonDocumentStagePipelineDefinition<ChangeStreamDocument<BsonDocument>, RunId?>(
                Stages,
                new RawSerializer<RunId?>(Read));
            var stream = await reader.GuardAsync(
                () => reader.Database.GetCollection<BsonDocument>(reader.Place.Runs)
                    .WatchAsync(stages, new ChangeStreamOptions { MaxAwaitTime = TimeSpan.FromMilliseconds(1) }, cancellationToken),
                cancellationToken);
            return new RunChangeStream(reader, stream);
        }
        catch (RunStoreException exception) when (exception.InnerException is MongoCommandException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Runs that were changed or deleted since the last call; null when that is not known and all runs must be read.</summary>
    public async Task<HashSet<RunId>?> ReadAsync(CancellationToken cancellationToken)
    {
        var touched = new HashSet<RunId>();
        while (await _reader.GuardAsync(() => _stream.MoveNextAsync(cancellationToken), cancellationToken))
        {
            var batch = _stream.Current.ToList();
            // The first batch belongs to the opening and may be empty although changes follow.
            if (batch.Count == 0 && !_isOpening)
            {
                return touched;
            }

            _isOpening = false;

            // The collection was dropped or renamed.
            if (batch.Contains(null))
            {
                return null;
            }

            touched.UnionWith(batch.OfType<RunId>());
        }

        return null;
    }

    public ValueTask DisposeAsync()
    {
        _stream.Dispose();
        return ValueTask.CompletedTask;
    }

    private static RunId? Read(ReadOnlySpan<byte> change) =>
        BsonSpanReader.TryFind(change, "documentKey"u8, out var key) ? MongoRunId.Of(key.Value) : null;
}
