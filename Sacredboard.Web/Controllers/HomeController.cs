using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.HomePage;
using Sacredboard.Web.SavedViews;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers;

/// <summary>
/// Redirects to the default view. The address of the table itself never means a default view, so that it shows the same to all users.
/// </summary>
public sealed class HomeController(SourceRegistry sources, HomePageMaker pages, SavedViewReader views, TimeProvider time) : Controller
{
    /// <summary>How long the first page waits to be told what is in the places.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(3);

    /// <summary>All sources; with only one its default view.</summary>
    [HttpGet("/")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        await Task.WhenAny(sources.Ready, Task.Delay(MaxWait, time, cancellationToken));
        return sources.All.Count > 1
            ? View(await pages.MakeAsync(Request.PathBase, cancellationToken))
            : await Source(sources.First, cancellationToken);
    }

    /// <summary>Browsers ask for this address if a page names no icon, as pages of TensorBoard may.</summary>
    [HttpGet("/favicon.ico")]
    public IActionResult Icon() => LocalRedirect($"{Request.PathBase}/img/icon.svg");

    [HttpGet("/{source}")]
    public async Task<IActionResult> Source(Source source, CancellationToken cancellationToken) =>
        LocalRedirect(await views.StartUrlAsync(source, new SourceUrls(Request.PathBase, source), User, cancellationToken));
}
