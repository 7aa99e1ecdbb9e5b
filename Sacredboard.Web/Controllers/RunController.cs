using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Models.Shared;
using Sacredboard.Web.RunPage;
using Sacredboard.Web.Sources;
using Sacredboard.Web.TensorBoardPage;

namespace Sacredboard.Web.Controllers;

/// <summary>The page of one run, a part of it at a time.</summary>
public sealed class RunController(RunPageMaker pages, RunChanges changes) : Controller
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

    /// <summary>The parts of a run's page that may have changed, as HTML to be put in their places; 204 while all is as it was.</summary>
    /// <param name="source">Whose run.</param>
    /// <param name="id">The run.</param>
    /// <param name="tab">The page's tab.</param>
    /// <param name="since">The page's token.</param>
    /// <param name="wait">So many seconds the answer may wait for a change.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [HttpGet("/{source}/runs/{id}/changes")]
    public async Task<IActionResult> Changes(
        Source source, string id, string? tab, string? since, int wait, CancellationToken cancellationToken)
    {
        var urls = new SourceUrls(Request.PathBase, source);
        if (!urls.TryParse(id, out var runId) || !TryParse(tab, out var which))
        {
            return NotFound();
        }

        if (!await changes.HasChangedAsync(source.Catalog, runId, since ?? "", wait, cancellationToken))
        {
            return NoContent();
        }

        var token = RunChanges.TokenOf(source.Catalog, runId);
        var state = SourceStateViewModel.Of(source.Catalog.State);
        if (state.IsUnavailable)
        {
            return PartialView("_Changes", new RunPageChanges(token, state, null));
        }

        // Of the others only the header is put in place; output and charts ask for what is new in ways of their own.
        var read = which is RunTab.Overview or RunTab.Files ? which : RunTab.Config;
        return await pages.ReadAsync(source, urls, runId, read, null, cancellationToken) is { } run
            ? PartialView("_Changes", new RunPageChanges(token, state, run.On(which)))
            : NotFound();
    }

    /// <summary>The run's log directories, and the TensorBoard on them.</summary>
    /// <param name="source">Whose run.</param>
    /// <param name="id">The run.</param>
    /// <param name="part"><c>status</c>: only what changes of the page.</param>
    /// <param name="open">Go on to TensorBoard as soon as it answers.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    [HttpGet("/{source}/runs/{id:page}/tensorboard")]
    public async Task<IActionResult> TensorBoard(Source source, string id, string? part, bool open, CancellationToken cancellationToken) =>
        await ReadTensorBoardAsync(source, id, cancellationToken) is { } run
            ? this.Page(run.TensorBoard with { Opening = open }, part, model => View("Show", run.With(model)))
            : NotFound();

    /// <param name="action">What to do: <c>start</c> or <c>stop</c>.</param>
    [HttpPost("/{source}/runs/{id:page}/tensorboard")]
    public async Task<IActionResult> OrderTensorBoard(
        Source source, string id, [FromForm] string? action, [FromServices] TensorBoardOrders orders, CancellationToken cancellationToken) =>
        await ReadTensorBoardAsync(source, id, cancellationToken) is { } run
            ? await this.OrderAsync(orders, action, run.TensorBoard, model => View("Show", run.With(model)), cancellationToken)
            : NotFound();

    private async Task<RunViewModel?> ReadTensorBoardAsync(Source source, string id, CancellationToken cancellationToken)
    {
        var urls = new SourceUrls(Request.PathBase, source);
        return urls.TryParse(id, out var runId) ? await pages.ReadAsync(source, urls, runId, RunTab.TensorBoard, null, cancellationToken) : null;
    }

    private static bool TryParse(string? tab, out RunTab which)
    {
        which = RunTab.Overview;
        return tab is null || Enum.TryParse(tab, ignoreCase: true, out which);
    }
}
