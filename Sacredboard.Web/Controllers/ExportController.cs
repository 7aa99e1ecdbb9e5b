using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Web.Export;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Shared;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Controllers;

/// <summary>
/// All runs of a table, or all groups of a table of groups, as a file: the table's own address with an ending. In a file there is no place for notes, so whatever the page
/// would name and ignore is a 400 here.
/// </summary>
public sealed class ExportController(TimeProvider time) : Controller
{
    [HttpGet("/{source}/runs.csv")]
    public Task<IActionResult> Csv(Source source, CancellationToken cancellationToken) =>
        SendAsync(source, "runs.csv", Runs, cancellationToken);

    [HttpGet("/{source}/runs.json")]
    public Task<IActionResult> Json(Source source, CancellationToken cancellationToken) =>
        SendAsync(source, "runs.json", Runs, cancellationToken);

    [HttpGet("/{source}/groups.csv")]
    public Task<IActionResult> GroupsCsv(Source source, CancellationToken cancellationToken) =>
        SendAsync(source, "groups.csv", Groups, cancellationToken);

    [HttpGet("/{source}/groups.json")]
    public Task<IActionResult> GroupsJson(Source source, CancellationToken cancellationToken) =>
        SendAsync(source, "groups.json", Groups, cancellationToken);

    private static ExportTable Runs(CatalogSnapshot snapshot, TableState query, DateTimeOffset now) => new(snapshot, query, now);

    private static GroupExportTable? Groups(CatalogSnapshot snapshot, TableState query, DateTimeOffset now) =>
        query.Grouping is null ? null : new(snapshot, query, now);

    /// <param name="source">Whose runs.</param>
    /// <param name="name">What of it, and how: the last part of the address.</param>
    /// <param name="make">Null where the address says too little.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    private async Task<IActionResult> SendAsync(
        Source source, string name, Func<CatalogSnapshot, TableState, DateTimeOffset, IExportTable?> make, CancellationToken cancellationToken)
    {
        var reader = new TableUrlReader();
        var query = reader.Read(Request.Query);
        if (reader.Problems is [var problem, ..])
        {
            return Refused(StatusCodes.Status400BadRequest, $"The parameter {problem.Parameter} cannot be read", problem.Reason);
        }

        if (source.Catalog.State is { Phase: CatalogPhase.Loading } or { AsOf: null })
        {
            // Some of the runs would pass for all of them.
            Response.Headers.RetryAfter = "5";
            var state = SourceStateViewModel.Of(source.Catalog.State);
            return Refused(StatusCodes.Status503ServiceUnavailable, "Not all runs are there yet", $"{source.Title} is {state.Text}. {state.Message}".TrimEnd());
        }

        var now = time.GetUtcNow();
        if (make(source.Catalog.Snapshot, query, now) is not { } table)
        {
            return Refused(StatusCodes.Status400BadRequest, "The parameter group is missing", "Write config, or fields with commas between: experiment,optimizer.name");
        }

        if (table.Error is { } error)
        {
            return Refused(StatusCodes.Status400BadRequest, "The parameter q cannot be read", $"At character {error.Position + 1}: {error.Message}.");
        }

        if (table.Missing.FirstOrDefault() is { } missing)
        {
            Response.Headers.RetryAfter = "2";
            return Refused(
                StatusCodes.Status503ServiceUnavailable,
                "Not all metrics have been read yet",
                $"{missing.Field} is known of {NumberText.Count(missing.Known)} of {NumberText.Count(missing.Total)} runs. {missing.Problem ?? "Try again in a moment"}.");
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        var (what, ending) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        disposition.SetHttpFileName($"{source.Name}-{what}-{now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{ending}");
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.ContentType = ending == ".csv" ? CsvExport.ContentType : JsonExport.ContentType;
        await (ending == ".csv" ? CsvExport.WriteAsync(table, Response.Body, cancellationToken) : JsonExport.WriteAsync(table, Response.Body, cancellationToken));
        return new EmptyResult();
    }

    private static ObjectResult Refused(int status, string title, string detail) =>
        new(new ProblemDetails { Status = status, Title = title, Detail = detail }) { StatusCode = status, ContentTypes = { "application/problem+json" } };
}
