using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Files;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Terminal;

namespace Sacredboard.Web.Controllers;

/// <summary>The output of a run: new rows for an open page, and all of it as a file.</summary>
public sealed class RunOutputController : Controller
{
    /// <summary>
    /// The rows after those that a page shows, as HTML; 204 if there are none. Headers: <c>X-Output-Resume</c>, where to continue;
    /// <c>X-Output-Open</c>, how many of the last rows the next answer replaces; <c>X-Output-Length</c>, the length of the output.
    /// </summary>
    /// <param name="resume">Index in the output at which the page's last rows begin.</param>
    /// <param name="length">The length of the output then; if it is shorter now, it was restarted and all rows are sent.</param>
    /// <param name="raw">Control characters are shown instead of followed.</param>
    [HttpGet("/{source}/runs/{id}/output/rows")]
    public async Task<IActionResult> Rows(
        Source source, string id, long resume, long length, bool raw, CancellationToken cancellationToken)
    {
        if (!new SourceUrls(Request.PathBase, source).TryParse(id, out var runId))
        {
            return NotFound();
        }

        // Where an observer replaces the output, its length says nothing; what stands in it does.
        var version = source.Info.OutputNote is null ? null : await VersionAsync(source, runId, cancellationToken);
        var output = version is null ? await OutputReader.ReadOnAsync(source.Runs, runId, resume, raw, cancellationToken) : null;
        if (version is not null ? version != resume : output is not null && output.Length < length)
        {
            output = await OutputReader.ReadAsync(source.Runs, runId, null, raw, cancellationToken);
            Response.Headers["X-Output-Anew"] = "1";
        }

        if (output is null && version is null)
        {
            return NotFound();
        }

        if (output is null || (version is null && output.Length == length))
        {
            return NoContent();
        }

        Response.Headers["X-Output-Resume"] = Number(version ?? output.Resume);
        Response.Headers["X-Output-Open"] = Number(output.Open);
        Response.Headers["X-Output-Length"] = Number(output.HasLater ? output.End : output.Length);
        return PartialView("~/Views/Run/_Rows.cshtml", output.Rows);
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

    // Other than any position, so that a page that was just opened asks once.
    private static async Task<long?> VersionAsync(Source source, RunId id, CancellationToken cancellationToken) =>
        await source.Runs.ReadOutputAsync(id, OutputRange.Last(OutputText.PartLength), cancellationToken) is { } output
            ? long.MinValue + (uint)output.Text.GetHashCode(StringComparison.Ordinal)
            : null;

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
