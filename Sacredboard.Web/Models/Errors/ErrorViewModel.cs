using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Models.Errors;

/// <summary>An error in words: what happened, and what to do.</summary>
public sealed record ErrorViewModel
{
    public required int Status { get; init; }

    public required string Title { get; init; }

    public required string Detail { get; init; }

    /// <summary>Where the server's log speaks of it; null where there is nothing to look up.</summary>
    public string? RequestId { get; init; }

    /// <summary>When the storage went away; null for every other error.</summary>
    public DateTimeOffset? Since { get; init; }

    public static ErrorViewModel Create(int status, Exception? exception, DateTimeOffset? since, string requestId) => new()
    {
        Status = status,
        Title = TitleOf(status),
        Detail = (exception as RunStoreException)?.Message ?? DetailOf(status),
        Since = exception is RunStoreException ? since : null,
        RequestId = status == StatusCodes.Status500InternalServerError ? requestId : null,
    };

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "That address cannot be read",
        StatusCodes.Status404NotFound => "There is nothing here",
        StatusCodes.Status405MethodNotAllowed => "This can only be looked at",
        StatusCodes.Status502BadGateway => "What is stored cannot be read",
        StatusCodes.Status503ServiceUnavailable => "The storage does not answer",
        StatusCodes.Status500InternalServerError => "Something went wrong in Sacredboard",
        _ => $"Error {status}",
    };

    private static string DetailOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "Some part of the address, or the form that was sent, is not what this page takes.",
        StatusCodes.Status404NotFound => "The page, or the run it showed, is not there. It may have been deleted or never have existed.",
        StatusCodes.Status405MethodNotAllowed => "Sacredboard never changes anything here.",
        StatusCodes.Status502BadGateway => "The storage answers, but not with anything that Sacred writes.",
        StatusCodes.Status503ServiceUnavailable => "It may come back by itself; try again in a moment.",
        StatusCodes.Status500InternalServerError => "The server's log says more. Your runs are untouched: Sacredboard only reads them.",
        _ => "The request cannot be answered.",
    };
}
