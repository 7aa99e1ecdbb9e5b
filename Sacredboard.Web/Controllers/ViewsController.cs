using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.State;
using Sacredboard.Web.Models.SavedViews;
using Sacredboard.Web.SavedViews;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Controllers;

/// <summary>
/// Saved views: the page that lists them, and the actions on them. Actions redirect to the table that they were sent from (<c>at</c> is
/// its query string), or to this page.
/// </summary>
public sealed class ViewsController(ViewStore store, SavedViewReader views) : Controller
{
    private string? Person => SavedViewReader.PersonOf(User);

    private string Maker => ViewMaker.Of(HttpContext.Connection.RemoteIpAddress);

    [HttpGet("/{source}/views")]
    public Task<IActionResult> Index(Source source, CancellationToken cancellationToken) =>
        PageAsync(source, null, null, cancellationToken);

    [HttpPost("/{source}/views")]
    public Task<IActionResult> Create(
        Source source, [FromForm] string? name, [FromForm] string? query, [FromForm] string? note, CancellationToken cancellationToken)
    {
        var (clean, saved) = (ViewName.Clean(name), ViewUrl.Problem(query) is null ? ViewUrl.Kept(query, note) : "");
        return (ViewName.Problem(clean) ?? ViewUrl.Problem(query) ?? ViewUrl.Problem(saved)) is { } problem
            ? PageAsync(source, (StatusCodes.Status400BadRequest, problem), (clean, saved), cancellationToken)
            : DoAsync(
                source,
                () => store.CreateAsync(source.Name, Person, clean, saved, Maker, cancellationToken),
                view => ViewUrl.Of(Urls(source), view),
                (clean, saved),
                cancellationToken);
    }

    [HttpPost("/{source}/views/{id:long}/query")]
    public Task<IActionResult> Update(
        Source source, long id, [FromForm] string? query, [FromForm] string? note, CancellationToken cancellationToken)
    {
        var saved = ViewUrl.Problem(query) is null ? ViewUrl.Kept(query, note) : "";
        return (ViewUrl.Problem(query) ?? ViewUrl.Problem(saved)) is { } problem
            ? PageAsync(source, (StatusCodes.Status400BadRequest, problem), null, cancellationToken)
            : DoAsync(
                source,
                () => store.UpdateAsync(source.Name, id, Person, saved, cancellationToken),
                view => ViewUrl.Of(Urls(source), view),
                null,
                cancellationToken);
    }

    [HttpPost("/{source}/views/{id:long}/name")]
    public Task<IActionResult> Rename(
        Source source,
        long id,
        [FromForm] string? name,
        [FromForm] string? at,
        CancellationToken cancellationToken)
    {
        var clean = ViewName.Clean(name);
        return ViewName.Problem(clean) is { } problem
            ? PageAsync(source, (StatusCodes.Status400BadRequest, problem), null, cancellationToken)
            : DoAsync(
                source,
                () => store.RenameAsync(source.Name, id, Person, clean, cancellationToken),
                _ => Back(source, at, id),
                null,
                cancellationToken);
    }

    [HttpPost("/{source}/views/{id:long}/default")]
    public Task<IActionResult> Default(
        Source source,
        long id,
        [FromForm] bool on,
        [FromForm] string? at,
        CancellationToken cancellationToken) =>
        DoAsync(
            source,
            () => store.SetDefaultAsync(source.Name, id, Person, on, cancellationToken),
            _ => Back(source, at, id),
            null,
            cancellationToken);

    [HttpPost("/{source}/views/{id:long}/delete")]
    public Task<IActionResult> Delete(Source source, long id, [FromForm] string? at, CancellationToken cancellationToken) =>
        DoAsync(
            source,
            () => store.DeleteAsync(source.Name, id, Person, cancellationToken),
            _ => Back(source, at, null),
            null,
            cancellationToken);

    private async Task<IActionResult> DoAsync(
        Source source, Func<Task<SavedViewResult>> doAsync, Func<SavedView, string> next, (
            string,
            string)? unsaved, CancellationToken cancellationToken)
    {
        (int, string) problem;
        try
        {
            var result = await doAsync();
            if (result.View is { } view)
            {
                return LocalRedirect(next(view));
            }

            problem = result.Problem switch
            {
                ViewProblem.NameTaken => (StatusCodes.Status409Conflict, "There is already a view of this name. Choose another name."),
                ViewProblem.TooMany => (StatusCodes.Status409Conflict, "There are too many views. Delete some first."),
                ViewProblem.TooManyOfOne => (
                    StatusCodes.Status409Conflict, "Half of the room for views that others leave is yours already. Delete some first."),
                _ => (StatusCodes.Status404NotFound, "The view does not exist any more, or belongs to another user."),
            };
        }
        catch (StateException exception)
        {
            problem = (StatusCodes.Status503ServiceUnavailable, exception.Message);
        }

        return await PageAsync(source, problem, unsaved, cancellationToken);
    }

    private async Task<IActionResult> PageAsync(
        Source source,
        (int Status, string Text)? problem,
        (string, string)? unsaved,
        CancellationToken cancellationToken)
    {
        if (problem is { } shown && Request.Headers.ContainsKey("HX-Request"))
        {
            // The message goes into the menu, which stays open and keeps what was typed.
            Response.Headers["HX-Retarget"] = Response.Headers["HX-Reselect"] = "#view-problem";
            Response.Headers["HX-Reswap"] = "outerHTML";
            Response.Headers["HX-Push-Url"] = "false";
            return PartialView("~/Views/Runs/_ViewProblem.cshtml", shown.Text);
        }

        var list = await views.ListAsync(source, User, cancellationToken);
        var urls = Urls(source);
        Response.StatusCode = problem?.Status ?? StatusCodes.Status200OK;
        return View("Index", new ViewsViewModel
        {
            Source = source,
            Urls = urls,
            Items = [.. list.Views.Select(view => SavedViewMenus.Item(view, urls, list.Person))],
            Problem = problem?.Text ?? list.Problem,
            Unsaved = unsaved,
        });
    }

    private SourceUrls Urls(Source source) => new(Request.PathBase, source);

    // The query string is parsed and written again, so that it cannot redirect anywhere but to the table.
    private string Back(Source source, string? at, long? view) =>
        at is null ? Urls(source).Views : new TableUrls(Urls(source).Runs, ViewUrl.Read(at) with { View = view }).Self;
}
