using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Files;
using Sacredboard.Web.Hosting;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers;

/// <summary>
/// The files of a run, found by the ids in the run's list of files, never by a path. They cannot run scripts in a browser: they are
/// downloads, or shown under a policy that forbids it.
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
        var preview = FilePreview.Of(content.File);
        var isShown = inline && preview.IsInline;
        Response.Headers.ContentSecurityPolicy = !isShown ? ResponseHeaders.Sandbox : preview.Kind switch
        {
            FilePreviewKind.Page or FilePreviewKind.Drawing => ResponseHeaders.Shown,
            FilePreviewKind.Pdf => ResponseHeaders.Pdf,
            _ => ResponseHeaders.Sandbox,
        };
        Response.SetFileName(DownloadName.Of(content.File), isShown);
        return new FileStreamResult(content.Content, isShown ? preview.ContentType : FilePreview.Bytes)
        {
            EnableRangeProcessing = true,
            LastModified = content.LastModified,
            EntityTag = TagOf(content),
        };
    }

    // Without an MD5, a file that was changed has another time or size.
    private static EntityTagHeaderValue? TagOf(RunFileContent content) => content switch
    {
        { File.Md5: { Length: > 0 } md5 } when md5.All(char.IsAsciiHexDigit) => new($"\"{md5}\""),
        { LastModified: { } time } => new(string.Create(CultureInfo.InvariantCulture, $"\"{time.UtcTicks:x}-{content.Content.Length:x}\"")),
        _ => null,
    };
}
