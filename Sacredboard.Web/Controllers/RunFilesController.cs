using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Sacredboard.Web.Files;
using Sacredboard.Web.Hosting;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers;

/// <summary>
/// The files of a run, found by the ids in the run's list of files, never by a path. They cannot run scripts in a browser: they are
/// downloads, or pictures and texts in a sandbox.
/// </summary>
public sealed class RunFilesController : Controller
{
    /// <param name="inline">Show the file in the browser instead of downloading it, if its type allows that.</param>
    [HttpGet("/{source}/runs/{id}/files/{file}")]
    public async Task<IActionResult> Download(Source source, string id, string file, bool inline, CancellationToken cancellationToken)
    {
        if (!new SourceUrls(Request.PathBase, source).TryParse(id, out var runId)
            || await source.Runs.OpenFileAsync(runId, file, cancellationToken) is not { } content)
        {
            return NotFound();
        }

        Response.RegisterForDisposeAsync(content);
        Response.Headers.ContentSecurityPolicy = ResponseHeaders.Sandbox;
        var preview = inline ? FilePreview.Of(content.File) : FilePreview.None;
        Response.SetFileName(DownloadName.Of(content.File), inline: preview.Kind != FilePreviewKind.None);
        return new FileStreamResult(content.Content, preview.ContentType)
        {
            EnableRangeProcessing = true,
            LastModified = content.LastModified,
            EntityTag = content.File.Md5 is { } md5 && md5.All(char.IsAsciiHexDigit) ? new EntityTagHeaderValue($"\"{md5}\"") : null,
        };
    }
}
