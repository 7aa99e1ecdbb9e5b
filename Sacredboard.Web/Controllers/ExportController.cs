using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.Export;
using Sacredboard.Web.Files;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Shared;
using Sacredboard.Web.Table;
using Sacredboard.Web.TablePage;

namespace Sacredboard.Web.Controllers;

/// <summary>
/// Exports all runs of a table, or all groups of a table of groups: the table's address with a file extension. A file has no place for
/// notes, so parameters that a page ignores with a note are a 400 here.
/// </summary>
public sealed class ExportController(TableWaiter waiter, TimeProvider time) : Controller
{
    [HttpGet("/{source}/runs.csv")]
    public Task<IActionResult> Csv(TableRequest table, CancellationToken cancellationToken) =>
        SendAsync(table, "runs.csv", Runs, cancellationToken);

    [HttpGet("/{source}/runs.json")]
    public Task<IActionResult> Json(TableRequest table, CancellationToken cancellationToken) =>
        SendAsync(table, "runs.json", Runs, cancellationToken);

    [HttpGet("/{source}/groups.csv")]
    public Task<IActionResult> GroupsCsv(TableRequest table, CancellationToken cancellationToken) =>
        SendAsync(table, "groups.csv", Groups, cancellationToken);

    [HttpGet("/{source}/groups.json")]
    public Task<IActionResult> GroupsJson(TableRequest table, CancellationToken cancellationToken) =>
        SendAsync(table, "groups.json", Groups, cancellationToken);

    private static ExportTable Runs(ResolvedTable resolved, DateTimeOffset now) => new(resolved, now);

    private static GroupExportTable? Groups(ResolvedTable resolved, DateTimeOffset now) =>
        resolved.State.Grouping is null ? null : new(resolved, now);

    /// <param name="table">The table.</param>
    /// <param name="name">The last part of the address, which names content and format.</param>
    /// <param name="make">Makes the export; null if the address lacks <c>group</c>.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    private async Task<IActionResult> SendAsync(
        TableRequest table, string name, Func<ResolvedTable, DateTimeOffset, IExportTable?> make, CancellationToken cancellationToken)
    {
        var (source, resolved) = (table.Source, await waiter.ResolveAsync(table, isFile: true, namesRuns: false, cancellationToken));
        if (Refusals.Of(table, resolved) is { } refusal)
        {
            return refusal;
        }

        if (!resolved.IsLoaded || source.Catalog.State.AsOf is null)
        {
            return Refusals.NotLoaded(Response, source);
        }

        if (MemberProblems.Missing(source).FirstOrDefault() is { } missing)
        {
            Response.Headers.RetryAfter = "5";
            var reason = $"The runs of {missing.Title} are missing. {missing.Catalog.State.Message}".TrimEnd();
            return Refusals.Refused(StatusCodes.Status503ServiceUnavailable, "Not all sources can be read", reason);
        }

        var now = time.GetUtcNow();
        if (make(resolved, now) is not { } export)
        {
            return Refusals.MissingParameter("group", "Write config, or fields with commas between: experiment,optimizer.name");
        }

        if (export.Incomplete.FirstOrDefault() is { } incomplete)
        {
            Response.Headers.RetryAfter = "2";
            return Refusals.Refused(
                StatusCodes.Status503ServiceUnavailable,
                "Not all metrics have been read yet",
                $"{incomplete.Field} is computed for {NumberText.Count(incomplete.Known)} of {NumberText.Count(incomplete.Total)} runs. "
                    + $"{incomplete.Problem ?? "Try again in a moment"}.");
        }

        var (what, ending) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        Response.SetFileName($"{source.Name}-{what}-{now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{ending}");
        Response.ContentType = ending == ".csv" ? CsvExport.ContentType : JsonExport.ContentType;
        await (ending == ".csv"
            ? CsvExport.WriteAsync(export, Response.Body, cancellationToken)
            : JsonExport.WriteAsync(export, Response.Body, cancellationToken));
        return new EmptyResult();
    }
}
