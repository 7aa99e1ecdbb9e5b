using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers.Api;

[Tags("Runs")]
public sealed class FilesApiController : ApiController
{
    [HttpGet("/api/v1/{source}/runs/{id}/files")]
    [EndpointSummary("The files of a run")]
    [EndpointDescription("Artifacts, sources and resources as the run lists them.")]
    [ProducesResponseType<IReadOnlyList<FileModel>>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> List([Description("The id as the list gives it.")] string id, CancellationToken cancellationToken)
    {
        if (!TryReadId(out var runId))
        {
            return NoSuch("run");
        }

        var files = await Source.Runs.ListFilesAsync(runId, cancellationToken);
        return files.Count == 0 && !await Source.Runs.ExistsAsync(runId, cancellationToken)
            ? NoSuch("run")
            : Ok(files.Select(file => FileModel.Of(file, Urls.File(runId, file.Id))));
    }
}
