using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Hosting;

/// <summary>Maps unhandled exceptions to responses.</summary>
public static class Errors
{
    public static void Configure(ExceptionHandlerOptions handler)
    {
        handler.ExceptionHandlingPath = "/errors/500";
        handler.StatusCodeSelector = StatusOf;
        // The source logs and shows an unreachable storage itself; once per request would be too often.
        handler.SuppressDiagnosticsCallback = static context => context.Exception is RunStoreException;
    }

    public static int StatusOf(Exception exception) => exception switch
    {
        RunStoreException { Problem: RunStoreProblem.Unreadable } => StatusCodes.Status502BadGateway,
        RunStoreException { Problem: RunStoreProblem.TooLarge } => StatusCodes.Status413PayloadTooLarge,
        RunStoreException => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };
}
