using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Models.Shared;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Controllers;

/// <summary>Error responses of exports and of the API, as problem+json. Pages show the table with a note instead.</summary>
internal static class Refusals
{
    /// <summary>400 for the first parameter that cannot be read; null if there is none.</summary>
    public static ObjectResult? Of(TableRequest table, ResolvedTable resolved) =>
        table.Problems is [var problem, ..] ? BadParameter(problem.Parameter, problem.Reason, problem.Position)
        : resolved.Error is { } error ? BadQuery(error with { Position = table.QueryStart + error.Position })
        : null;

    /// <summary>400 that names the parameter and, if known, the index of the fault in it, from 0.</summary>
    public static ObjectResult BadParameter(string parameter, string detail, int? position = null) => Problem(new()
    {
        Status = StatusCodes.Status400BadRequest,
        Title = $"The parameter {parameter} cannot be read",
        Detail = detail,
        Extensions = { ["parameter"] = parameter, ["position"] = position },
    });

    /// <summary>400 for a missing parameter.</summary>
    public static ObjectResult MissingParameter(string parameter, string detail) => Problem(new()
    {
        Status = StatusCodes.Status400BadRequest,
        Title = $"The parameter {parameter} is missing",
        Detail = detail,
        Extensions = { ["parameter"] = parameter },
    });

    /// <summary>A file with some of the runs would look complete.</summary>
    public static ObjectResult NotLoaded(HttpResponse response, Source source)
    {
        response.Headers.RetryAfter = "5";
        var state = SourceStateViewModel.Of(source.Catalog.State);
        return Refused(
            StatusCodes.Status503ServiceUnavailable,
            "Not all runs have been read yet",
            $"{source.Title} is {state.Text}. {state.Message}".TrimEnd());
    }

    public static ObjectResult Refused(int status, string title, string detail) =>
        Problem(new() { Status = status, Title = title, Detail = detail });

    public static ObjectResult Problem(ProblemDetails problem) =>
        new(problem) { StatusCode = problem.Status, ContentTypes = { "application/problem+json" } };

    private static ObjectResult BadQuery(QueryError error) => Problem(new()
    {
        Status = StatusCodes.Status400BadRequest,
        Title = "The parameter q cannot be read",
        Detail = error.Message + ".",
        Extensions =
        {
            ["parameter"] = "q",
            ["position"] = error.Position,
            ["length"] = error.Length,
            ["suggestion"] = error.Suggestion,
            ["suggestions"] = error.Suggestions,
        },
    });
}
