using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Sacredboard.Web.Files;
using Sacredboard.Web.Hosting;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers;

/// <summary>
/// The files of one run, by the ids that the run's own list gives them: never by a path. What is served can do nothing in
/// a browser: a download, or a picture or text in a sandbox without rights.
/// </summary>
public sealed class RunFilesController : Controller
{
    /// <param name="inline">Show it in the browser, if it is of a kind that may be shown.</param>
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
        var disposition = new ContentDispositionHeaderValue(preview.Kind == FilePreviewKind.None ? "attachment" : "inline");
        disposition.SetHttpFileName(DownloadName.Of(content.File));
        Response.Headers.ContentDisposition = disposition.ToString();
        return new FileStreamResult(content.Content, preview.ContentType)
        {
            EnableRangeProcessing = true,
            LastModified = content.LastModified,
            EntityTag = content.File.Md5 is { } md5 && md5.All(char.IsAsciiHexDigit) ? new EntityTagHeaderValue($"\"{md5}\"") : null,
        };
    }

    /// <summary>A page that shows a picture, or the beginning of a text.</summary>
    [HttpGet("/{source}/runs/{id}/files/{file}/view")]
    public async Task<IActionResult> Preview(Source source, string id, string file, CancellationToken cancellationToken)
    {
        var urls = new SourceUrls(Request.PathBase, source);
        if (!urls.TryParse(id, out var runId) || await source.Runs.OpenFileAsync(runId, file, cancellationToken) is not { } content)
        {
            return NotFound();
        }

        await using (content)
        {
            var preview = FilePreview.Of(content.File);
            var text = preview.Kind == FilePreviewKind.Text ? await FileText.ReadAsync(content.Content, cancellationToken) : null;
            return View(new RunFilePreviewViewModel(runId, urls, new RunFileViewModel(content.File, urls.File(runId, content.File.Id)), text));
        }
    }
}
