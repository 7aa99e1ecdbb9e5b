using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Runs;
using Sacredboard.Web.RunPage;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers;

/// <summary>The whole config of a run as text.</summary>
public sealed class RunConfigController : Controller
{
    [HttpGet("/{source}/runs/{id}/config.json")]
    public Task<IActionResult> Json(Source source, string id, CancellationToken cancellationToken) =>
        TextAsync(source, id, isStored: true, RunConfigText.Json, cancellationToken);

    [HttpGet("/{source}/runs/{id}/config.yaml")]
    public Task<IActionResult> Yaml(Source source, string id, CancellationToken cancellationToken) =>
        TextAsync(source, id, isStored: false, RunConfigText.Yaml, cancellationToken);

    /// <summary>As Sacred's <c>config_updates</c>.</summary>
    [HttpGet("/{source}/runs/{id}/config.py")]
    public Task<IActionResult> Python(Source source, string id, CancellationToken cancellationToken) =>
        TextAsync(source, id, isStored: false, RunConfigText.Python, cancellationToken);

    /// <summary>As a command line.</summary>
    [HttpGet("/{source}/runs/{id}/config.sh")]
    public Task<IActionResult> Shell(Source source, string id, CancellationToken cancellationToken) =>
        TextAsync(source, id, isStored: false, RunCommandLine.WithAll, cancellationToken);

    /// <param name="isStored">With jsonpickle as it is stored.</param>
    private async Task<IActionResult> TextAsync(
        Source source, string id, bool isStored, Func<Run, string> write, CancellationToken cancellationToken)
    {
        if (!new SourceUrls(Request.PathBase, source).TryParse(id, out var run))
        {
            return NotFound();
        }

        var parts = new RunParts(RunTrees.Config);
        var found = await (isStored
            ? source.Runs.FindEncodedAsync(run, parts, cancellationToken)
            : source.Runs.FindAsync(run, parts, cancellationToken));
        return found is null ? NotFound() : Content(write(found), MediaTypeNames.Text.Plain, Encoding.UTF8);
    }
}
