using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.Sources;
using Sacredboard.Web.ValuePage;

namespace Sacredboard.Web.Controllers;

/// <summary>What a table can do with a value that a run has.</summary>
public sealed class ValueController(TimeProvider time) : Controller
{
    /// <param name="source">The source of the run.</param>
    /// <param name="of">The run and the field: <c>42:optimizer.lr</c>.</param>
    /// <param name="table">The query string of the table.</param>
    [HttpGet("/{source}/value")]
    public IActionResult Index(Source source, string? of, string? table)
    {
        Response.Headers.Vary = "HX-Request";
        return new ValuePageMaker(source, new SourceUrls(Request.PathBase, source)).Make(of ?? "", table, time.GetUtcNow()) is not { } model
            ? NotFound()
            : Request.Headers.ContainsKey("HX-Request") ? PartialView("_Menu", model) : View(model);
    }
}
