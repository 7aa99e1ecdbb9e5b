using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.SavedViews;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers;

/// <summary>
/// Redirects to the default view. The address of the table itself never means a default view, so that it shows the same to all users.
/// </summary>
public sealed class HomeController(SourceRegistry sources, SavedViewReader views) : Controller
{
    [HttpGet("/")]
    public Task<IActionResult> Index(CancellationToken cancellationToken) => Source(sources.First, cancellationToken);

    /// <summary>Browsers ask for this address if a page names no icon, as pages of TensorBoard may.</summary>
    [HttpGet("/favicon.ico")]
    public IActionResult Icon() => LocalRedirect($"{Request.PathBase}/img/icon.svg");

    [HttpGet("/{source}")]
    public async Task<IActionResult> Source(Source source, CancellationToken cancellationToken) =>
        LocalRedirect(await views.StartUrlAsync(source, new SourceUrls(Request.PathBase, source), User, cancellationToken));
}
