using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Files;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Terminal;

namespace Sacredboard.Web.Controllers;

/// <summary>The output of a run: rows for an open page, and all of it as a file.</summary>
public sealed class RunOutputController(OutputCache outputs) : Controller
{
    /// <summary>
    /// Rows as HTML. Headers: <c>X-Output-Version</c>, another one when the output began anew; <c>X-Output-Lines</c>, how many
    /// rows there are.
    /// </summary>
    /// <param name="source">The source of the run.</param>
    /// <param name="id">The URL segment of the run's id.</param>
    /// <param name="line">The number of the first, from 1.</param>
    /// <param name="count">How many.</param>
    /// <param name="raw">Control characters are shown instead of followed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    [HttpGet("/{source}/runs/{id}/output/lines")]
    public async Task<IActionResult> Lines(
        Source source, string id, int line, int count, bool raw, CancellationToken cancellationToken)
    {
        if (!new SourceUrls(Request.PathBase, source).TryParse(id, out var runId)
            || await outputs.Of(source, runId).ReadAsync(raw, Math.Max(1, line) - 1, count, cancellationToken) is not { } rows)
        {
            return NotFound();
        }

        Response.Headers["X-Output-Version"] = OutputVersion.Text(rows.Version);
        Response.Headers["X-Output-Lines"] = rows.Total.ToString(CultureInfo.InvariantCulture);
        return PartialView("~/Views/Run/_Rows.cshtml", rows);
    }

    /// <summary>What changed since a page was read, as JSON; 204 if nothing did.</summary>
    /// <param name="source">The source of the run.</param>
    /// <param name="id">The URL segment of the run's id.</param>
    /// <param name="version">The version that the page knows.</param>
    /// <param name="length">The length that it knows.</param>
    /// <param name="lines">How many rows it knows.</param>
    /// <param name="raw">Control characters are shown instead of followed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    [HttpGet("/{source}/runs/{id}/output/change")]
    public async Task<IActionResult> Change(
        Source source, string id, string? version, long length, int lines, bool raw, CancellationToken cancellationToken)
    {
        if (!new SourceUrls(Request.PathBase, source).TryParse(id, out var runId)
            || await outputs.Of(source, runId).ReadChangeAsync(raw, OutputVersion.Parse(version), lines, cancellationToken)
                is not { } change)
        {
            return NotFound();
        }

        return change.Version == version && change.Length == length ? NoContent() : Json(change);
    }

    /// <summary>The whole output as it was stored, control characters included.</summary>
    [HttpGet("/{source}/runs/{id}/output/download")]
    public async Task<IActionResult> Download(Source source, string id, CancellationToken cancellationToken)
    {
        if (!new SourceUrls(Request.PathBase, source).TryParse(id, out var runId)
            || await source.Runs.ReadOutputAsync(runId, OutputRange.Since(0, OutputText.PartLength), cancellationToken) is not { } part)
        {
            return NotFound();
        }

        Response.SetFileName($"output-{DownloadName.Clean(runId.ToString(), "run")}.txt");
        Response.ContentType = "text/plain; charset=utf-8";
        await OutputText.WriteAsync(source.Runs, runId, part, null, Response.Body, cancellationToken);
        return new EmptyResult();
    }
}
