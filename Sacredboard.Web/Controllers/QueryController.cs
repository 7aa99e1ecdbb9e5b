using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Queries;
using Sacredboard.Web.Models.Query;
using Sacredboard.Web.Query;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Controllers;

/// <summary>Help for those who write a query: how it can go on, a term without typing it, and what can be written at all.</summary>
public sealed class QueryController(QueryHelp help) : Controller
{
    /// <param name="source">Whose runs.</param>
    /// <param name="q">The query as far as it is written.</param>
    /// <param name="at">Where the caret stands in it; its end when left out.</param>
    /// <param name="cancellationToken">Ends the waiting for names of metrics that were not asked for before.</param>
    [HttpGet("/{source}/suggest")]
    public async Task<IActionResult> Suggest(Source source, string? q, int? at, CancellationToken cancellationToken)
    {
        var text = q ?? "";
        var list = source.Catalog.Snapshot.Queries().Suggest(text, at ?? text.Length);
        if (list.LacksMetrics)
        {
            await source.Catalog.WaitForMetricNamesAsync(cancellationToken);
            list = source.Catalog.Snapshot.Queries().Suggest(text, at ?? text.Length);
        }

        return Json(SuggestionListModel.Of(list));
    }

    /// <summary>Leads to the same view with a term added to its query or changed in it, or back to the builder where that is no term.</summary>
    /// <param name="source">Whose runs.</param>
    /// <param name="view">The other parameters of the view.</param>
    /// <param name="q">Its query.</param>
    /// <param name="term">What the builder says.</param>
    [HttpGet("/{source}/term")]
    public IActionResult Term(Source source, string? view, string? q, [FromQuery] BuiltTerm term)
    {
        var state = term.AddTo(TableUrl.Read(view).State with { Text = (q ?? "").Trim() });
        return LocalRedirect(TableUrl.Write(new SourceUrls(Request.PathBase, source).Runs, state));
    }

    /// <summary>How queries are written: a page, or for a script what stands in it.</summary>
    [HttpGet("/{source}/help")]
    public IActionResult Help(Source source)
    {
        Response.Headers.Vary = "HX-Request";
        return Request.Headers.ContainsKey("HX-Request") ? Content(help.Html, "text/html; charset=utf-8") : View("Help", new QueryHelpViewModel(source, help.Html));
    }
}
