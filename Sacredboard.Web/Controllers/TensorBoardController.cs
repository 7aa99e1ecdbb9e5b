using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Models.TensorBoard;
using Sacredboard.Web.Sources;
using Sacredboard.Web.TensorBoardPage;

namespace Sacredboard.Web.Controllers;

/// <summary>One TensorBoard on the logs of several runs that were selected; that of one run stands on its page.</summary>
public sealed class TensorBoardController(TensorBoardPageMaker pages, TensorBoardOrders orders) : Controller
{
    private const int MaxRuns = 200;

    /// <param name="source">Whose runs.</param>
    /// <param name="ids">The runs as they stand in URLs.</param>
    /// <param name="part"><c>status</c>: only what changes of the page.</param>
    /// <param name="open">Go on to TensorBoard as soon as it answers.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    [HttpGet("/{source}/tensorboard")]
    public async Task<IActionResult> Index(Source source, string[] ids, string? part, bool open, CancellationToken cancellationToken) =>
        await ReadAsync(source, ids, cancellationToken) is { } model ? this.Page(model with { Opening = open }, part, now => View("Index", now)) : NotFound();

    /// <param name="action">What to do: <c>start</c> or <c>stop</c>.</param>
    [HttpPost("/{source}/tensorboard")]
    public async Task<IActionResult> Order(Source source, [FromForm] string[] ids, [FromForm] string? action, CancellationToken cancellationToken) =>
        await ReadAsync(source, ids, cancellationToken) is { } model
            ? await this.OrderAsync(orders, action, model, now => View("Index", now), cancellationToken)
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
