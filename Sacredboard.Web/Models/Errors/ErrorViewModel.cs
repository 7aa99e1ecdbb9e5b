using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Models.Errors;

/// <summary>An error page: what happened, and what to do.</summary>
public sealed record ErrorViewModel
{
    public required int Status { get; init; }

    public required string Title { get; init; }

    public required string Detail { get; init; }

    /// <summary>The id of the request in the server's log; null if the log has nothing about it.</summary>
    public string? RequestId { get; init; }

    /// <summary>Since when the storage cannot be reached; null for other errors.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When to try again; null when that is not known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static ErrorViewModel Create(int status, Exception? exception, DateTimeOffset? since, string requestId) => new()
    {
        Status = status,
        Title = TitleOf(status, (exception as RunStoreException)?.Problem),
        Detail = (exception as RunStoreException)?.Message ?? DetailOf(status),
        Since = exception is RunStoreException { Problem: not (RunStoreProblem.Busy or RunStoreProblem.TooLarge) } ? since : null,
        RetryAfter = IsBusy(exception) ? TimeSpan.FromSeconds(5) : null,
        RequestId = status == StatusCodes.Status500InternalServerError ? requestId : null,
    };

    private static bool IsBusy(Exception? exception) => exception is RunStoreException { Problem: RunStoreProblem.Busy };

    private static string TitleOf(int status, RunStoreProblem? problem) => problem switch
    {
        RunStoreProblem.Busy => "So much is being read that this must wait",
        RunStoreProblem.TooLarge => "This is too large to be looked at",
        RunStoreProblem.Refused => "Sacredboard may not read this",
        _ => TitleOf(status),
    };

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "This address cannot be read",
        StatusCodes.Status404NotFound => "Not found",
        StatusCodes.Status405MethodNotAllowed => "This address is read-only",
        StatusCodes.Status413PayloadTooLarge => "What was sent is too large",
        StatusCodes.Status502BadGateway => "The stored data cannot be read",
        StatusCodes.Status503ServiceUnavailable => "The storage does not answer",
        StatusCodes.Status500InternalServerError => "Something went wrong in Sacredboard",
        _ => $"Error {status}",
    };

    private static string DetailOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The address or the form that was sent has a value that this page does not accept.",
        StatusCodes.Status404NotFound => "There is no such page or run. It may have been deleted.",
        StatusCodes.Status405MethodNotAllowed => "Sacredboard does not accept changes here.",
        StatusCodes.Status413PayloadTooLarge => "Forms may be 1 MB long. Nothing was done; choose fewer runs, or let a query choose them.",
        StatusCodes.Status502BadGateway => "The storage answers, but not with data as Sacred writes it.",
        StatusCodes.Status503ServiceUnavailable => "It may come back by itself; try again in a moment.",
        StatusCodes.Status500InternalServerError => "The server's log has the details. Runs are not affected: Sacredboard only reads them.",
        _ => "The request cannot be answered.",
    };
}
