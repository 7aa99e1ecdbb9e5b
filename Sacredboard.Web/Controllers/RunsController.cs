using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Models.TablePage;
using Sacredboard.Web.RunAddress;
using Sacredboard.Web.SavedViews;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;
using Sacredboard.Web.TablePage;

namespace Sacredboard.Web.Controllers;

/// <summary>The table of runs, its expanded rows and its changes.</summary>
public sealed class RunsController(TableChanges changes, SavedViewReader views, NearbyRunsFinder nearby, TimeProvider time) : Controller
{
    private const string SearchForm = "search";

    [HttpGet("/{source}/runs")]
    public async Task<IActionResult> Index(TableRequest table, CancellationToken cancellationToken)
    {
        var (source, urls, state) = (table.Source, table.Urls, table.State);
        if (table.IsStep)
        {
            return LocalRedirect(TableUrl.Write(urls.Runs, state));
        }

        await source.Catalog.WaitForFirstMetricNamesAsync(cancellationToken);
        var open = state.Grouping is null ? await RowDetails.ReadAsync(source, urls, state, cancellationToken) : null;
        var saved = await views.ListAsync(source, User, cancellationToken);
        var pages = new TablePageMaker(source, urls);
        var model = pages.WithMenus(pages.Make(table.Resolve(), table.Problems, open), saved, time.GetUtcNow()) with
        {
            Nearby = NearbyRunsViewModel.Of(await nearby.FindAsync(source, cancellationToken), source.Info.Place.Directory),
        };

        // Scripts get only a part of the page at the same address; caches must keep the two apart.
        Response.Headers.Vary = "HX-Request";
        if (!Request.Headers.ContainsKey("HX-Request"))
        {
            return View(model);
        }

        // While a term is edited, the rows and the address stay as they are.
        if (state.Edit is not null)
        {
            return Part("_TermForm", "#term", model.QueryBox.Editor with { TakesFocus = false });
        }

        if (model.QueryBox.Error is not null && Request.Headers["HX-Trigger"] == SearchForm)
        {
            return Part("_QueryFeedback", "#query-feedback", model.QueryBox with { KeepsRows = true });
        }

        Response.Headers[Request.Headers.ContainsKey("HX-Boosted") ? "HX-Push-Url" : "HX-Replace-Url"] = model.Urls.Self;
        return PartialView("_View", model);
    }

    /// <summary>The content of an expanded row.</summary>
    [HttpGet("/{source}/runs/{id}/row")]
    public async Task<IActionResult> Row(Source source, string id, CancellationToken cancellationToken)
    {
        var urls = new SourceUrls(Request.PathBase, source);
        try
        {
            var pages = new RunUrls(urls, RunPageState.Read(Request.Query));
            return urls.TryParse(id, out var runId)
                && await RowDetails.ReadAsync(source, urls, pages, runId, cancellationToken) is { } detail
                ? PartialView("_Detail", detail)
                : NotFound();
        }
        catch (RunStoreException exception)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return PartialView("_DetailProblem", exception.Message);
        }
    }

    /// <summary>The changes since <paramref name="since"/>: new and changed rows, and all around the rows; 204 for none.</summary>
    /// <param name="table">The table of the page.</param>
    /// <param name="since">The page's token; without a valid one all rows are sent.</param>
    /// <param name="wait">Maximum time to wait for a change, in seconds.</param>
    /// <param name="shown">The page's columns.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [HttpGet("/{source}/changes")]
    public async Task<IActionResult> Changes(
        TableRequest table,
        string? since,
        int wait,
        string? shown,
        CancellationToken cancellationToken)
    {
        var known = TableToken.Parse(since);
        if (!await changes.HasChangedAsync(table, known, wait, cancellationToken))
        {
            return NoContent();
        }

        var columns = shown is not null && FieldList.TryParse(shown, out var fields, out _) ? fields : null;
        var model = new TablePageMaker(table.Source, table.Urls).Make(table.Resolve(), [], shown: columns);
        return PartialView("_Changes", TableChangesViewModel.Of(model, known, table.State.Columns is null ? columns?.Count : null));
    }

    private PartialViewResult Part(string view, string place, object model)
    {
        Response.Headers["HX-Retarget"] = Response.Headers["HX-Reselect"] = place;
        Response.Headers["HX-Reswap"] = "outerHTML show:none";
        Response.Headers["HX-Push-Url"] = "false";
        return PartialView(view, model);
    }
}
