using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Queries;
using Sacredboard.Web.Models.Query;
using Sacredboard.Web.Query;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Controllers;

/// <summary>Helps to write queries: suggestions, the builder of terms, and the help page.</summary>
public sealed class QueryController(QueryHelp help) : Controller
{
    /// <param name="source">The source of the runs.</param>
    /// <param name="q">The query written so far.</param>
    /// <param name="at">The position of the caret in it; its end if left out.</param>
    /// <param name="cancellationToken">Ends the wait for the names of metrics, which are read when they are first needed.</param>
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

    /// <summary>Redirects to the table with a term added or changed, or back to the builder if the term cannot be read.</summary>
    /// <param name="source">The source of the runs.</param>
    /// <param name="view">The query string of the table without <c>q</c>.</param>
    /// <param name="q">The query of the table.</param>
    /// <param name="term">The input of the builder.</param>
    [HttpGet("/{source}/term")]
    public IActionResult Term(Source source, string? view, string? q, [FromQuery] BuiltTerm term)
    {
        var state = term.AddTo(TableUrl.Read(view).State with { Text = (q ?? "").Trim() });
        return LocalRedirect(TableUrl.Write(new SourceUrls(Request.PathBase, source).Runs, state));
    }

    /// <summary>The help about queries: a page, or its content for scripts.</summary>
    [HttpGet("/{source}/help")]
    public IActionResult Help(Source source)
    {
        Response.Headers.Vary = "HX-Request";
        var html = help.Html(new SourceUrls(Request.PathBase, source).Runs);
        return Request.Headers.ContainsKey("HX-Request")
            ? Content(html, "text/html; charset=utf-8")
            : View("Help", new QueryHelpViewModel(source, html));
    }
}
