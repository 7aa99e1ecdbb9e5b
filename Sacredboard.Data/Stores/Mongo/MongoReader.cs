using System.Runtime.CompilerServices;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>Runs queries in one database, hands over raw documents, and turns the driver's errors into ours.</summary>
internal sealed class MongoReader(MongoPlace place)
{
    private readonly MongoErrors _errors = new(place);

    public MongoPlace Place => place;

    public IMongoDatabase Database => MongoClients.For(place.Url).GetDatabase(place.Database);

    public Task<T> GuardAsync<T>(Func<Task<T>> read, CancellationToken cancellationToken) => _errors.GuardAsync(read, cancellationToken);

    public RunStoreException? Translate(Exception exception, CancellationToken cancellationToken) => _errors.Translate(exception, cancellationToken);

    /// <summary>How many documents a collection has, as the server keeps count (at once, but after a crash not exact).</summary>
    public Task<long> CountAsync(string collection, CancellationToken cancellationToken) =>
        GuardAsync(
            () => Database.GetCollection<BsonDocument>(collection).EstimatedDocumentCountAsync(null, cancellationToken),
            cancellationToken);

    /// <summary>All answers of an aggregation at once.</summary>
    /// <param name="hint">The index to take; an error where there is none.</param>
    public Task<List<T>> ReadListAsync<T>(
        string collection,
        IEnumerable<BsonDocument> stages,
        RawReader<T> read,
        CancellationToken cancellationToken,
        BsonDocument? hint = null) =>
        GuardAsync(
            async () =>
            {
                using var cursor = await OpenAsync(collection, stages, read, new AggregateOptions { Hint = hint }, cancellationToken);
                return await cursor.ToListAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>
    /// The answers of an aggregation batch by batch, as a line of work: while the caller has one batch, the next is taken
    /// apart and the one behind it is on its way from the server.
    /// </summary>
    public async IAsyncEnumerable<IReadOnlyList<T>> ReadBatchesAsync<T>(
        string collection,
        IEnumerable<BsonDocument> stages,
        RawReader<T> read,
        int batchSize,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new AggregateOptions { BatchSize = batchSize };
        using var cursor = await GuardAsync(() => OpenAsync(collection, stages, document => document.ToArray(), options, cancellationToken), cancellationToken);
        var next = NextAsync(cursor, cancellationToken);
        Task<T[]>? parsing = null;
        try
        {
            while (await next is { } batch)
            {
                next = NextAsync(cursor, cancellationToken);
                var parsed = parsing;
                parsing = GuardAsync(() => Task.Run(() => Array.ConvertAll(batch, document => read(document)), cancellationToken), cancellationToken);
                if (parsed is not null)
                {
                    yield return await parsed;
                }
            }

            if (parsing is not null)
            {
                yield return await parsing;
            }
        }
        finally
        {
            // Who stops early must not dispose a cursor that still waits for its server.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task<byte[][]?> NextAsync(IAsyncCursor<byte[]> cursor, CancellationToken cancellationToken) =>
        GuardAsync(
            async () => await cursor.MoveNextAsync(cancellationToken) ? cursor.Current.ToArray() : null,
            cancellationToken);

    private Task<IAsyncCursor<T>> OpenAsync<T>(
        string collection,
        IEnumerable<BsonDocument> stages,
        RawReader<T> read,
        AggregateOptions options,
        CancellationToken cancellationToken) =>
        Database.GetCollection<BsonDocument>(collection).AggregateAsync(
            new BsonDocumentStagePipelineDefinition<BsonDocument, T>(stages, new RawSerializer<T>(read)),
            options,
            cancellationToken);
}
