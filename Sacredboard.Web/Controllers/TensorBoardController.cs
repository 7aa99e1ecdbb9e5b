using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Models.TensorBoard;
using Sacredboard.Web.Sources;
using Sacredboard.Web.TensorBoardPage;

namespace Sacredboard.Web.Controllers;

/// <summary>The page about a TensorBoard of several selected runs; that of a single run is on the run's page.</summary>
public sealed class TensorBoardController(TensorBoardPageMaker pages, TensorBoardActions actions) : Controller
{
    /// <summary>Maximum number of runs in one TensorBoard.</summary>
    public const int MaxRuns = 200;

    /// <param name="source">The source of the runs.</param>
    /// <param name="ids">The URL segments of the runs' ids.</param>
    /// <param name="part"><c>status</c>: only the part of the page that changes.</param>
    /// <param name="open">Redirect to TensorBoard as soon as it answers.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    [HttpGet("/{source}/tensorboard")]
    public async Task<IActionResult> Index(Source source, string[] ids, string? part, bool open, CancellationToken cancellationToken) =>
        await ReadAsync(source, ids, cancellationToken) is { } model
            ? this.Page(model with { Opening = open }, part, now => View("Index", now))
            : NotFound();

    /// <param name="action"><c>start</c> or <c>stop</c>.</param>
    [HttpPost("/{source}/tensorboard")]
    public async Task<IActionResult> Order(
        Source source,
        [FromForm] string[] ids,
        [FromForm] string? action,
        CancellationToken cancellationToken) =>
        await ReadAsync(source, ids, cancellationToken) is { } model
            ? await this.ActAsync(actions, action, model, now => View("Index", now), cancellationToken)
            : NotFound();

    private async Task<TensorBoardViewModel?> ReadAsync(Source source, string[] ids, CancellationToken cancellationToken)
    {
        var urls = new SourceUrls(Request.PathBase, source);
        var known = new List<RunId>();
        foreach (var id in ids.Distinct().Take(MaxRuns))
        {
            if (urls.TryParse(id, out var runId))
            {
                known.Add(runId);
            }
        }

        var model = await pages.OfRunsAsync(source, urls, known, cancellationToken);
        return model.Runs.Count > 0 ? model : null;
    }
}
