using System.Net.Sockets;
using MongoDB.Bson;
using MongoDB.Driver;
using MongoDB.Driver.GridFS;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Translates exceptions of the driver to <see cref="RunStoreException"/> with messages of our own, because the driver's may hold
/// addresses, queries and data.
/// </summary>
internal sealed class MongoErrors(MongoPlace place, MongoUse use)
{
    private const int Unauthorized = 13;
    private const int AuthenticationFailed = 18;
    private const int MechanismUnavailable = 334;
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
        _ when Refusal(exception) is { } refusal =>
            Make(RunStoreProblem.Refused, $"The MongoDB server {place.Servers} {refusal}", exception),
        OperationCanceledException when cancellationToken.IsCancellationRequested => null,
        OperationCanceledException or TimeoutException or IOException or SocketException or MongoConnectionException
            or MongoConfigurationException or MongoExecutionTimeoutException or MongoCursorNotFoundException
            or MongoNotPrimaryException or MongoNodeIsRecoveringException or MongoConnectionPoolPausedException
            or MongoIncompatibleDriverException => Unreachable(exception),
        MongoException { ErrorLabels.Count: > 0 } labelled
            when labelled.HasErrorLabel("RetryableWriteError")
            || labelled.HasErrorLabel("TransientTransactionError") =>
            Unreachable(exception),
        GridFSException => Make(RunStoreProblem.Unreadable, "The stored file is damaged: parts of it are missing.", exception),
        MongoWaitQueueFullException => Make(RunStoreProblem.Busy, "So much is being read that this must wait. Try again.", exception),
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
        Make(
            RunStoreProblem.Unreachable,
            $"The MongoDB server {place.Servers} {MongoCauses.Of(exception, place.Url, MongoClients.Describe(place.Url, use))}",
            exception);

    private static RunStoreException Make(RunStoreProblem problem, string message, Exception inner) => new(problem, message, inner);

    // What is refused, and what helps; null when nothing is.
    private string? Refusal(Exception? exception)
    {
        var isSignIn = false;
        for (; exception is not null; exception = exception.InnerException)
        {
            isSignIn |= exception is MongoAuthenticationException;
            switch (exception)
            {
                case MongoCommandException { Code: MechanismUnavailable }:
                    return "does not offer this way to sign in: check authMechanism=.";
                case MongoCommandException { Code: AuthenticationFailed or AtlasError }:
                    return WrongUser;
                case MongoCommandException { Code: Unauthorized } command when !isSignIn:
                    return place.Url.Username is null
                        ? "wants a user: put user:password@ before the server."
                        : $"does not let this user read {place.Database}.{CollectionOf(command)}: the role read on {place.Database} does.";
            }
        }

        return isSignIn ? WrongUser : null;
    }

    private string WrongUser =>
        place.Url.AuthenticationSource is { } source && !IsGuessed
            ? $"refuses this user and password, in the database {source} (authSource)."
            : $"refuses this user and password. It looked in the database {place.Url.DatabaseName ?? "admin"}; for a user of "
                + "another one, mostly admin, add authSource=admin.";

    // The driver takes the database of the URL where authSource is not given.
    private bool IsGuessed => !place.Url.Url.Contains("authsource=", StringComparison.OrdinalIgnoreCase);

    // A command names its collection first: { aggregate: "metrics", … }.
    private string CollectionOf(MongoCommandException exception) =>
        exception.Command is { ElementCount: > 0 } command && command.GetElement(0).Value is BsonString name ? name.Value : place.Runs;
}
