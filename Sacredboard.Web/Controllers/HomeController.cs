using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.SavedViews;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers;

/// <summary>
/// Where one begins: with the default view. The table's own address never stands for a default view, so that it shows the same to everybody.
/// </summary>
public sealed class HomeController(SourceRegistry sources, SavedViewReader views) : Controller
{
    [HttpGet("/")]
    public Task<IActionResult> Index(CancellationToken cancellationToken) => Source(sources.First, cancellationToken);

    /// <summary>What browsers ask for where a page names no icon, as those of another program behind this address may.</summary>
    [HttpGet("/favicon.ico")]
    public IActionResult Icon() => LocalRedirect($"{Request.PathBase}/img/icon.svg");

    [HttpGet("/{source}")]
    public async Task<IActionResult> Source(Source source, CancellationToken cancellationToken) =>
        LocalRedirect(await views.StartUrlAsync(source, new SourceUrls(Request.PathBase, source), User, cancellationToken));
}
