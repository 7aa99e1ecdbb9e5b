using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.Files;
using Sacredboard.Web.Hosting;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Models.Shared;
using Sacredboard.Web.RunPage;
using Sacredboard.Web.Sources;
using Sacredboard.Web.TensorBoardPage;

namespace Sacredboard.Web.Controllers;

/// <summary>The page of a run, one tab at a time.</summary>
public sealed class RunController(RunPageMaker pages, RunChanges changes) : Controller
{
    [HttpGet("/{source}/runs/{id}")]
    [HttpGet("/{source}/runs/{id}/{tab:regex(^[[a-z]]+$)}")]
    public async Task<IActionResult> Show(Source source, string id, string? tab, CancellationToken cancellationToken)
    {
        if (RunPageRequest.Of(Request, source, id) is not { } request || !TryParse(tab, out var which))
        {
            return NotFound();
        }

        if (request.Kept(Request.Query) is { } choices)
        {
            // The address does not carry what is remembered.
            choices.Keep(HttpContext, request.Urls, request.Experiment);
            return LocalRedirect(request.Forgetting().Run(request.Id, which.ToString().ToLowerInvariant()));
        }

        return await pages.ReadAsync(request, which, cancellationToken) is { } run
            ? View("Show", run)
            : NotFound();
    }

    /// <summary>The parts of a run's page that scripts replace, as HTML; 204 if nothing changed.</summary>
    /// <param name="source">The source of the run.</param>
    /// <param name="id">The URL segment of the run's id.</param>
    /// <param name="tab">The page's tab.</param>
    /// <param name="since">The page's token.</param>
    /// <param name="wait">Maximum time to wait for a change, in seconds.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [HttpGet("/{source}/runs/{id}/changes")]
    public async Task<IActionResult> Changes(
        Source source, string id, string? tab, string? since, int wait, CancellationToken cancellationToken)
    {
        if (RunPageRequest.Of(Request, source, id) is not { } request || !TryParse(tab, out var which))
        {
            return NotFound();
        }

        if (!await changes.HasChangedAsync(source.Catalog, request.Id, since ?? "", wait, cancellationToken))
        {
            return NoContent();
        }

        var token = RunChanges.TokenOf(source.Catalog, request.Id);
        var state = SourceStateViewModel.Of(source.Catalog.State);
        if (state.IsUnavailable)
        {
            return PartialView("_Changes", new RunPageChanges(token, state, null));
        }

        // The other tabs need no more than the header and the list of metrics; output and charts have their own requests. What the tab of
        // the environment shows is small.
        var read = which is RunTab.Overview or RunTab.Files ? which : RunTab.Environment;
        return await pages.ReadAsync(request, read, cancellationToken) is { } run
            ? PartialView("_Changes", new RunPageChanges(token, state, run.On(which)))
            : NotFound();
    }

    /// <summary>How many runs have the same config or commit, as HTML.</summary>
    [HttpGet("/{source}/runs/{id}/alike")]
    public IActionResult Alike(Source source, string id) =>
        RunPageRequest.Of(Request, source, id) is { } request ? PartialView("_Alike", RunAlikes.Of(request)) : NotFound();

    /// <summary>The run's page with one of its files.</summary>
    /// <param name="source">The source of the run.</param>
    /// <param name="id">The URL segment of the run's id.</param>
    /// <param name="file">The id of the file.</param>
    /// <param name="text">Show the text that it is written in.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    [HttpGet("/{source}/runs/{id}/files/{file}/view")]
    public async Task<IActionResult> ShowFile(Source source, string id, string file, bool text, CancellationToken cancellationToken)
    {
        if (RunPageRequest.Of(Request, source, id) is not { } request
            || await source.Runs.OpenFileAsync(request.Id, file, cancellationToken) is not { } content)
        {
            return NotFound();
        }

        await using (content)
        {
            var shown = await FileReader.ReadAsync(content, text, cancellationToken);
            // Frames and players are for this page alone.
            Response.Headers.ContentSecurityPolicy = ResponseHeaders.WithFiles;
            return await pages.ReadAsync(request, RunTab.Files, cancellationToken) is { Content: RunFilesViewModel files } run
                && RunFilePreviewViewModel.Of(files, content.File.Id, shown, text) is { } page
                    ? View("Show", run.With(page))
                    : NotFound();
        }
    }

    /// <summary>The tab with the run's log directories and their TensorBoard.</summary>
    /// <param name="source">The source of the run.</param>
    /// <param name="id">The URL segment of the run's id.</param>
    /// <param name="part"><c>status</c>: only the part of the page that changes.</param>
    /// <param name="open">Redirect to TensorBoard as soon as it answers.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    [HttpGet("/{source}/runs/{id:page}/tensorboard")]
    public async Task<IActionResult> TensorBoard(Source source, string id, string? part, bool open, CancellationToken cancellationToken) =>
        await ReadTensorBoardAsync(source, id, cancellationToken) is { } run
            ? this.Page(run.TensorBoard with { Opening = open }, part, model => View("Show", run.With(model)))
            : NotFound();

    /// <param name="action"><c>start</c> or <c>stop</c>.</param>
    [HttpPost("/{source}/runs/{id:page}/tensorboard")]
    public async Task<IActionResult> ActOnTensorBoard(
        Source source, string id, [FromForm] string? action, [FromServices] TensorBoardActions actions,
        CancellationToken cancellationToken) =>
        await ReadTensorBoardAsync(source, id, cancellationToken) is { } run
            ? await this.ActAsync(actions, action, run.TensorBoard, model => View("Show", run.With(model)), cancellationToken)
            : NotFound();

    private async Task<RunViewModel?> ReadTensorBoardAsync(Source source, string id, CancellationToken cancellationToken) =>
        RunPageRequest.Of(Request, source, id) is { } request
            ? await pages.ReadAsync(request, RunTab.TensorBoard, cancellationToken)
            : null;

    private static bool TryParse(string? tab, out RunTab which)
    {
        which = RunTab.Overview;
        // Numbers would be taken for tabs too.
        return tab is null || (tab.All(char.IsAsciiLetter) && Enum.TryParse(tab, ignoreCase: true, out which));
    }
}
