using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Files;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Terminal;

namespace Sacredboard.Web.Controllers;

/// <summary>What a run printed: its newest rows for a page that follows it, and all of it as a file.</summary>
public sealed class RunOutputController : Controller
{
    private const int DownloadChunk = 4 * 1024 * 1024;

    /// <summary>
    /// The rows that come after what a page shows, as HTML; 204 while there are none. The headers say where to go on
    /// (<c>X-Output-Resume</c>), how many of the last rows that replaces then (<c>X-Output-Open</c>) and how much there is in all.
    /// </summary>
    /// <param name="resume">Where the page's last rows begin.</param>
    /// <param name="length">How long the output was then; if it is shorter now it was begun anew, and all rows come.</param>
    [HttpGet("/{source}/runs/{id}/output/rows")]
    public async Task<IActionResult> Rows(Source source, string id, long resume, long length, CancellationToken cancellationToken)
    {
        if (!new SourceUrls(Request.PathBase, source).TryParse(id, out var runId))
        {
            return NotFound();
        }

        var output = await OutputReader.ReadOnAsync(source.Runs, runId, resume, cancellationToken);
        if (output is not null && output.Length < length)
        {
            output = await OutputReader.ReadAsync(source.Runs, runId, null, cancellationToken);
            Response.Headers["X-Output-Anew"] = "1";
        }

        if (output is null)
        {
            return NotFound();
        }

        if (output.Length == length)
        {
            return NoContent();
        }

        Response.Headers["X-Output-Resume"] = Number(output.Resume);
        Response.Headers["X-Output-Open"] = Number(output.Open);
        Response.Headers["X-Output-Length"] = Number(output.HasLater ? output.End : output.Length);
        return PartialView("~/Views/Run/_Rows.cshtml", output.Rows);
    }

    /// <summary>The whole output as it was stored, control characters included.</summary>
    [HttpGet("/{source}/runs/{id}/output/download")]
    public async Task<IActionResult> Download(Source source, string id, CancellationToken cancellationToken)
    {
        if (!new SourceUrls(Request.PathBase, source).TryParse(id, out var runId)
            || await source.Runs.ReadOutputAsync(runId, OutputRange.Since(0, DownloadChunk), cancellationToken) is not { } part)
        {
            return NotFound();
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"output-{DownloadName.Clean(runId.ToString(), "run")}.txt");
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.ContentType = "text/plain; charset=utf-8";
        await using var writer = new StreamWriter(Response.Body, new UTF8Encoding(false), leaveOpen: true);
        while (part is { Text.Length: > 0 })
        {
            await writer.WriteAsync(part.Text.AsMemory(), cancellationToken);
            var next = part.From + part.Text.Length;
            part = next < part.Length
                ? await source.Runs.ReadOutputAsync(runId, OutputRange.Since(next, DownloadChunk), cancellationToken)
                : null;
        }

        return new EmptyResult();
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
