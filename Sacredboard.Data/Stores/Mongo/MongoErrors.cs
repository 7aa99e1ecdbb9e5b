using System.Net.Sockets;
using MongoDB.Bson;
using MongoDB.Driver;
using MongoDB.Driver.GridFS;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Translates exceptions of the driver to <see cref="RunStoreException"/> with messages of our own, because the driver's may hold
/// addresses, queries and data.
/// </summary>
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

    /// <summary>Null for exceptions that the storage did not cause: cancellation, bugs.</summary>
    public RunStoreException? Translate(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        RunStoreException => null,
        _ when IsRefusal(exception) =>
            Make(
                RunStoreProblem.Refused,
                $"The MongoDB server {place.Servers} refuses access to {place.Database}.{place.Runs}: check user, password and rights.",
                exception),
        OperationCanceledException when cancellationToken.IsCancellationRequested => null,
        OperationCanceledException or TimeoutException or IOException or SocketException or MongoConnectionException
            or MongoConfigurationException or MongoExecutionTimeoutException or MongoCursorNotFoundException
            or MongoNotPrimaryException or MongoNodeIsRecoveringException or MongoConnectionPoolPausedException => Unreachable(exception),
        MongoException { ErrorLabels.Count: > 0 } labelled
            when labelled.HasErrorLabel("RetryableWriteError")
            || labelled.HasErrorLabel("TransientTransactionError") =>
            Unreachable(exception),
        GridFSException => Make(RunStoreProblem.Unreadable, "The stored file is damaged: parts of it are missing.", exception),
        MongoCommandException command =>
            Make(
                RunStoreProblem.Unreadable,
                $"The MongoDB server {place.Servers} reports error {command.Code} ({command.CodeName}).",
                exception),
        MongoException or FormatException or BsonException =>
            Make(RunStoreProblem.Unreadable, $"The answer of the MongoDB server {place.Servers} cannot be read.", exception),
        _ => null,
    };

    private RunStoreException Unreachable(Exception exception) =>
        Make(RunStoreProblem.Unreachable, $"The MongoDB server {place.Servers} does not answer.", exception);

    private static RunStoreException Make(RunStoreProblem problem, string message, Exception inner) => new(problem, message, inner);

    private static bool IsRefusal(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception
                is MongoAuthenticationException or MongoCommandException { Code: Unauthorized or AuthenticationFailed or AtlasError })
            {
                return true;
            }
        }

        return false;
    }
}
