using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.Compare;
using Sacredboard.Web.ComparePage;
using Sacredboard.Web.Curves;
using Sacredboard.Web.Models.Compare;
using Sacredboard.Web.SavedViews;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Controllers;

/// <summary>The page that compares runs.</summary>
public sealed class CompareController(
    SourceRegistry sources, CatalogWaiter waiter, SavedViewReader views, TimeProvider time) : Controller
{
    [HttpGet("/{source}/compare")]
    public async Task<IActionResult> Index(Source source, CancellationToken cancellationToken)
    {
        var (request, problems) = await ReadAsync(source, cancellationToken);
        var page = await new ComparePageMaker(request, waiter, time).MakeAsync(problems, cancellationToken);
        var saved = page.Runs.Count == 0 ? null
            : SavedViewMenus.Of(await views.ListAsync(source, User, cancellationToken), request.Urls, request.State);
        if (page.Content is ComparePlot plot)
        {
            // In a header, so that the browser asks for the values before it reads the page.
            Response.Headers.Link = $"<{plot.ValuesUrl}>; rel=preload; as=fetch; crossorigin";
        }

        return View("Index", page with { View = saved });
    }

    /// <summary>Leads from the runs that are ticked in a table to the page that compares them, without scripts.</summary>
    [HttpPost("/{source}/compare")]
    public IActionResult Chosen(Source source, [FromForm] string[] ids) =>
        LocalRedirect(CompareUrl.Write(new SourceUrls(Request.PathBase, source).Compare, new()
        {
            Ids = [.. ids.Where(id => id.Length > 0).Distinct().Take(CurvesRequest.MaxRuns)],
        }));

    /// <summary>The parts of the page that scripts replace; 204 if nothing changed.</summary>
    /// <param name="source">The source of the page.</param>
    /// <param name="since">The page's token.</param>
    /// <param name="wait">Maximum time to wait for a change, in seconds.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [HttpGet("/{source}/compare/changes")]
    public async Task<IActionResult> Changes(Source source, string? since, int wait, CancellationToken cancellationToken)
    {
        var (request, problems) = await ReadAsync(source, cancellationToken);
        return await waiter.WaitAsync(source.Catalog, wait, HasChangedAsync, cancellationToken)
            ? PartialView("_Changes", await new ComparePageMaker(request, waiter, time).MakeAsync(problems, cancellationToken))
            : NoContent();

        async Task<bool> HasChangedAsync()
        {
            (request, problems) = await ReadAsync(source, cancellationToken);
            return request.Token() != since;
        }
    }

    private async Task<(CompareRequest Request, IReadOnlyList<TableProblem> Problems)> ReadAsync(
        Source source, CancellationToken cancellationToken)
    {
        var state = CompareUrl.Read(Request.Query, out var problems);
        var urls = new SourceUrls(Request.PathBase, source);
        return (await CompareRequest.ReadAsync(sources, source, urls, state, cancellationToken), problems);
    }
}
