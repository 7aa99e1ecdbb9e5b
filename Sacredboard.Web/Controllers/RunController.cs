using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.Models.Runs;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers;

/// <summary>The page of one run, a part of it at a time.</summary>
public sealed class RunController(RunPages pages) : Controller
{
    /// <param name="before">For the output: show what stands before this place.</param>
    [HttpGet("/{source}/runs/{id}")]
    [HttpGet("/{source}/runs/{id}/{tab:regex(^[[a-z]]+$)}")]
    public async Task<IActionResult> Show(Source source, string id, string? tab, long? before, CancellationToken cancellationToken)
    {
        var urls = new SourceUrls(Request.PathBase, source);
        if (!urls.TryParse(id, out var runId) || !TryParse(tab, out var which))
        {
            return NotFound();
        }

        return await pages.ReadAsync(source, urls, runId, which, before, cancellationToken) is { } run
            ? View("Show", run)
            : NotFound();
    }

    /// <summary>
    /// The parts of a page that may have changed, as HTML to be put in their places; 204 while the run is as it was in
    /// <paramref name="version"/>. <c>X-Run-Version</c> is what to ask with next, <c>X-Run-Live</c> says whether the run goes on.
    /// </summary>
    [HttpGet("/{source}/runs/{id}/live")]
    public async Task<IActionResult> Live(Source source, string id, string? tab, long version, CancellationToken cancellationToken)
    {
        var urls = new SourceUrls(Request.PathBase, source);
        if (!urls.TryParse(id, out var runId) || !TryParse(tab, out var which))
        {
            return NotFound();
        }

        await source.Catalog.RefreshAsync([runId], cancellationToken);
        if (source.Catalog.Snapshot.Find(runId)?.Version == version)
        {
            return NoContent();
        }

        // Only an overview has more than its header that changes by itself; what changes elsewhere has ways of its own.
        var read = which == RunTab.Overview ? RunTab.Overview : RunTab.Config;
        if (await pages.ReadAsync(source, urls, runId, read, null, cancellationToken) is not { } run)
        {
            return NotFound();
        }

        Response.Headers["X-Run-Version"] = run.Version.ToString(CultureInfo.InvariantCulture);
        Response.Headers["X-Run-Live"] = run.IsLive ? "1" : "0";
        return PartialView("_Changes", run.On(which));
    }

    private static bool TryParse(string? tab, out RunTab which)
    {
        which = RunTab.Overview;
        return tab is null || Enum.TryParse(tab, ignoreCase: true, out which);
    }
}
