using System.Net.Sockets;
using MongoDB.Bson;
using MongoDB.Driver;
using MongoDB.Driver.GridFS;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>Turns what the driver throws into <see cref="RunStoreException"/>. Messages are our own: the driver's may hold addresses, queries and data.</summary>
internal sealed class MongoErrors(MongoPlace place)
{
    private const int Unauthorized = 13;
    private const int AuthenticationFailed = 18;
    private const int AtlasError = 8000;

    public async Task<T> GuardAsync<T>(Func<Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read();
        }
        catch (Exception exception) when (Translate(exception, cancellationToken) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>Null for what is none of the storage's: cancellation, errors of our own.</summary>
    public RunStoreException? Translate(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        RunStoreException => null,
        _ when IsRefusal(exception) => Make(RunStoreProblem.Refused, $"The MongoDB server {place.Servers} refuses to read {place.Database}.{place.Runs}: user, password or rights are wrong.", exception),
        OperationCanceledException when cancellationToken.IsCancellationRequested => null,
        OperationCanceledException or TimeoutException or IOException or SocketException or MongoConnectionException
            or MongoConfigurationException or MongoExecutionTimeoutException or MongoCursorNotFoundException
            or MongoNotPrimaryException or MongoNodeIsRecoveringException or MongoConnectionPoolPausedException => Unreachable(exception),
        MongoException { ErrorLabels.Count: > 0 } labelled when labelled.HasErrorLabel("RetryableWriteError") || labelled.HasErrorLabel("TransientTransactionError") =>
            Unreachable(exception),
        GridFSException => Make(RunStoreProblem.Unreadable, "The stored file is damaged: parts of it are missing.", exception),
        MongoCommandException command => Make(RunStoreProblem.Unreadable, $"The MongoDB server {place.Servers} answers with error {command.Code} ({command.CodeName}).", exception),
        MongoException or FormatException or BsonException => Make(RunStoreProblem.Unreadable, $"What the MongoDB server {place.Servers} answers cannot be read.", exception),
        _ => null,
    };

    private RunStoreException Unreachable(Exception exception) =>
        Make(RunStoreProblem.Unreachable, $"The MongoDB server {place.Servers} does not answer.", exception);

    private static RunStoreException Make(RunStoreProblem problem, string message, Exception inner) => new(problem, message, inner);

    private static bool IsRefusal(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is MongoAuthenticationException or MongoCommandException { Code: Unauthorized or AuthenticationFailed or AtlasError })
            {
                return true;
            }
        }

        return false;
    }
}
