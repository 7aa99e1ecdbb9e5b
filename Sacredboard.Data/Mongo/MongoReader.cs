using System.Runtime.CompilerServices;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Sacredboard.Data.Mongo;

/// <summary>Runs queries in one database, hands over raw documents, and turns the driver's errors into ours.</summary>
internal sealed class MongoReader(MongoPlace place)
{
    private readonly MongoErrors _errors = new(place);

    public MongoPlace Place => place;

    public IMongoDatabase Database => MongoClients.For(place.Url).GetDatabase(place.Database);

    public Task<T> GuardAsync<T>(Func<Task<T>> read, CancellationToken cancellationToken) => _errors.GuardAsync(read, cancellationToken);

    public RunStoreException? Translate(Exception exception, CancellationToken cancellationToken) => _errors.Translate(exception, cancellationToken);

    /// <summary>All answers of an aggregation at once.</summary>
    /// <param name="hint">The index to take; an error where there is none.</param>
    public Task<List<T>> ReadListAsync<T>(
        string collection,
        IEnumerable<BsonDocument> stages,
        RawReading<T> read,
        CancellationToken cancellationToken,
        BsonDocument? hint = null) =>
        GuardAsync(
            async () =>
            {
                using var cursor = await OpenAsync(collection, stages, read, new AggregateOptions { Hint = hint }, cancellationToken);
                return await cursor.ToListAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>The answers of an aggregation batch by batch; while one is worked on, the next is fetched.</summary>
    public async IAsyncEnumerable<IReadOnlyList<T>> ReadBatchesAsync<T>(
        string collection,
        IEnumerable<BsonDocument> stages,
        RawReading<T> read,
        int batchSize,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var cursor = await GuardAsync(() => OpenAsync(collection, stages, read, new AggregateOptions { BatchSize = batchSize }, cancellationToken), cancellationToken);
        var next = NextAsync(cursor, cancellationToken);
        try
        {
            while (await next is { } batch)
            {
                next = NextAsync(cursor, cancellationToken);
                yield return batch;
            }
        }
        finally
        {
            // Who stops early must not dispose a cursor that still waits for its server.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task<IReadOnlyList<T>?> NextAsync<T>(IAsyncCursor<T> cursor, CancellationToken cancellationToken) =>
        GuardAsync(
            async () => await cursor.MoveNextAsync(cancellationToken) ? (IReadOnlyList<T>)[.. cursor.Current] : null,
            cancellationToken);

    private Task<IAsyncCursor<T>> OpenAsync<T>(
        string collection,
        IEnumerable<BsonDocument> stages,
        RawReading<T> read,
        AggregateOptions options,
        CancellationToken cancellationToken) =>
        Database.GetCollection<BsonDocument>(collection).AggregateAsync(
            new BsonDocumentStagePipelineDefinition<BsonDocument, T>(stages, new RawSerializer<T>(read)),
            options,
            cancellationToken);
}
