using System.Runtime.CompilerServices;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Runs queries in one database, passes on raw documents, and translates the driver's errors. Visitors wait for their turn.
/// </summary>
internal sealed class MongoReader(MongoPlace place, MongoUse use = MongoUse.Visit)
{
    /// <summary>
    /// So many documents are parsed at a time: of more, what they are parsed to would outlive young garbage, and collecting it would take
    /// a third of the processor time.
    /// </summary>
    private const int ParsedSize = 50;

    private readonly MongoErrors _errors = new(place, use);
    private readonly ReadBudget? _turns = use == MongoUse.Visit ? MongoClients.TurnsOf(place.Url) : null;

    public MongoPlace Place => place;

    public IMongoDatabase Database => MongoClients.For(place.Url, use).GetDatabase(place.Database);

    /// <summary>Reads when it is this reader's turn. Never within another reading, which has a turn already.</summary>
    public async Task<T> GuardAsync<T>(Func<Task<T>> read, CancellationToken cancellationToken)
    {
        using var turn = _turns is null ? null : await _turns.TakeAsync(1, cancellationToken);
        return await _errors.GuardAsync(read, cancellationToken);
    }

    public RunStoreException? Translate(Exception exception, CancellationToken cancellationToken) =>
        _errors.Translate(exception, cancellationToken);

    /// <summary>Number of documents of a collection by the server's metadata: immediate, but inexact after a crash.</summary>
    public Task<long> CountAsync(string collection, CancellationToken cancellationToken) =>
        GuardAsync(
            () => Database.GetCollection<BsonDocument>(collection).EstimatedDocumentCountAsync(null, cancellationToken),
            cancellationToken);

    /// <summary>All results of an aggregation as one list.</summary>
    /// <param name="hint">The index to use; it is an error when there is no such index.</param>
    public Task<List<T>> ReadListAsync<T>(
        string collection,
        IEnumerable<BsonDocument> stages,
        RawReader<T> read,
        CancellationToken cancellationToken,
        BsonDocument? hint = null) =>
        GuardAsync(
            async () =>
            {
                var options = new AggregateOptions { Hint = hint };
                using var cursor = await OpenAsync(collection, stages, new RawSerializer<T>(read), options, cancellationToken);
                return await cursor.ToListAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>Passes on the results of an aggregation; no more of them are in memory than the server sends at a time (16 MB).</summary>
    public Task ReadEachAsync<T>(
        string collection,
        IEnumerable<BsonDocument> stages,
        RawSerializer<T> serializer,
        Action<T> each,
        CancellationToken cancellationToken) =>
        GuardAsync(
            async () =>
            {
                using var cursor = await OpenAsync(collection, stages, serializer, new AggregateOptions(), cancellationToken);
                while (await cursor.MoveNextAsync(cancellationToken))
                {
                    foreach (var result in cursor.Current)
                    {
                        each(result);
                    }
                }

                return true;
            },
            cancellationToken);

    /// <summary>
    /// The results of an aggregation as a pipeline: while the caller handles some, the next are parsed, and the batch after them is
    /// fetched.
    /// </summary>
    public async IAsyncEnumerable<IReadOnlyList<T>> ReadBatchesAsync<T>(
        string collection,
        IEnumerable<BsonDocument> stages,
        RawReader<T> read,
        int batchSize,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new AggregateOptions { BatchSize = batchSize };
        using var cursor = await GuardAsync(
            () => OpenAsync(collection, stages, new RawSerializer<byte[]>(document => document.ToArray()), options, cancellationToken),
            cancellationToken);
        var next = NextAsync(cursor, cancellationToken);
        Task<T[]>? parsing = null;
        try
        {
            while (await next is { } batch)
            {
                next = NextAsync(cursor, cancellationToken);
                foreach (var part in batch.Chunk(ParsedSize))
                {
                    var parsed = parsing;
                    // Needs no turn: the connection is free while documents are parsed.
                    parsing = _errors.GuardAsync(
                        () => Task.Run(() => Array.ConvertAll(part, document => read(document)), cancellationToken),
                        cancellationToken);
                    if (parsed is not null)
                    {
                        yield return await parsed;
                    }
                }
            }

            if (parsing is not null)
            {
                yield return await parsing;
            }
        }
        finally
        {
            // A caller that stops early must not dispose a cursor that still waits for the server.
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
        RawSerializer<T> serializer,
        AggregateOptions options,
        CancellationToken cancellationToken) =>
        Database.GetCollection<BsonDocument>(collection).AggregateAsync(
            new BsonDocumentStagePipelineDefinition<BsonDocument, T>(stages, serializer),
            options,
            cancellationToken);
}
