using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Models.TablePage;
using Sacredboard.Web.Query;
using Sacredboard.Web.SavedViews;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;
using Sacredboard.Web.TablePage;

namespace Sacredboard.Web.Controllers;

/// <summary>The table of runs, and what keeps it current.</summary>
public sealed class RunsController(RowDetails details, RunChangeWaiter waiter, SavedViewReader views, TimeProvider time) : Controller
{
    private const string SearchForm = "search";

    [HttpGet("/{source}/runs")]
    public async Task<IActionResult> Index(Source source, CancellationToken cancellationToken)
    {
        var urls = new SourceUrls(Request.PathBase, source);
        var reader = new TableUrlReader();
        var query = reader.Read(Request.Query, TermEdit.Parameters);
        query = query with { Edit = TermEdit.Read(Request.Query, query, out var faults) };
        if (reader.IsStep)
        {
            return LocalRedirect(new TableUrls(urls.Runs, query).Self);
        }

        var open = query.Grouping is null ? await details.ReadAsync(source, urls, query.Open, cancellationToken) : null;
        var saved = await views.ListAsync(source, User, cancellationToken);
        var model = new TablePageMaker(source, urls).Make(query, [.. reader.Problems, .. faults], open).WithMenus(saved, urls, time.GetUtcNow());

        // Only a part of the page is sent to a script that swaps it in: a cache must not mix the two up.
        Response.Headers.Vary = "HX-Request";
        if (!Request.Headers.ContainsKey("HX-Request"))
        {
            return View(model);
        }

        // Somebody is typing: the rows stay, and so does their address.
        if (query.Edit is not null)
        {
            return Part("_TermForm", "#term", model.QueryBox.Editor);
        }

        if (model.QueryBox.Error is not null && Request.Headers["HX-Trigger"] == SearchForm)
        {
            return Part("_QueryFeedback", "#query-feedback", model.QueryBox with { KeepsRows = true });
        }

        Response.Headers[Request.Headers.ContainsKey("HX-Boosted") ? "HX-Push-Url" : "HX-Replace-Url"] = model.Urls.Self;
        return PartialView("_View", model);
    }

    /// <summary>A row's details: the part that is put under it.</summary>
    [HttpGet("/{source}/runs/{id}/row")]
    public async Task<IActionResult> Row(Source source, string id, CancellationToken cancellationToken)
    {
        var urls = new SourceUrls(Request.PathBase, source);
        try
        {
            return urls.TryParse(id, out var runId) && await details.ReadAsync(source, urls, runId, cancellationToken) is { } detail
                ? PartialView("_Detail", detail)
                : NotFound();
        }
        catch (RunStoreException exception)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return PartialView("_DetailProblem", exception.Message);
        }
    }

    /// <summary>What changed on a page since <paramref name="since"/>: its new rows and everything around them, or 204.</summary>
    /// <param name="source">Whose runs.</param>
    /// <param name="since">The page's token; without a known one, all rows are sent.</param>
    /// <param name="wait">So many seconds the answer may wait for a change.</param>
    /// <param name="shown">The page's columns.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [HttpGet("/{source}/changes")]
    public async Task<IActionResult> Changes(Source source, string? since, int wait, string? shown, CancellationToken cancellationToken)
    {
        var query = new TableUrlReader().Read(Request.Query, nameof(since), nameof(wait), nameof(shown));
        var known = TableToken.Parse(since);
        if (!await waiter.HasChangedAsync(source.Catalog, query, known, wait, query.DependsOnAllRuns, cancellationToken))
        {
            return NoContent();
        }

        var columns = shown is not null && FieldList.TryParse(shown, out var fields, out _) ? fields : null;
        var model = new TablePageMaker(source, new SourceUrls(Request.PathBase, source)).Make(query, [], shown: columns);
        return PartialView("_Changes", TableChangesViewModel.Of(model, known, query.Columns is null ? columns?.Count : null));
    }

    private PartialViewResult Part(string view, string place, object model)
    {
        Response.Headers["HX-Retarget"] = Response.Headers["HX-Reselect"] = place;
        Response.Headers["HX-Reswap"] = "outerHTML show:none";
        Response.Headers["HX-Push-Url"] = "false";
        return PartialView(view, model);
    }
}
