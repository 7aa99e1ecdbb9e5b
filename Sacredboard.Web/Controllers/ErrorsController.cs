using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.Models.Errors;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers;

/// <summary>
/// Answers errors, after which the request runs again with this address: a page, or problem+json below /api. The body is not read again:
/// it may be what failed.
/// </summary>
[IgnoreAntiforgeryToken]
[RawBody]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorsController(SourceRegistry sources) : Controller
{
    [Route("/errors/{status:int}")]
    public IActionResult Index(int status)
    {
        var failed = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var refused = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        // A request for this address itself is a 404.
        status = failed is not null ? Hosting.Errors.StatusOf(failed.Error) : refused is not null ? status : StatusCodes.Status404NotFound;

        var path = failed?.Path ?? refused?.OriginalPath ?? "";
        var routeValues = failed?.RouteValues ?? refused?.RouteValues;
        var source = sources.Find(routeValues?[SourceBinding.RouteKey] as string);
        var error = ErrorViewModel.Create(status, failed?.Error, source?.Catalog.State.UnavailableSince, HttpContext.TraceIdentifier);

        Response.StatusCode = status;
        Response.Headers.CacheControl = "no-store";
        if (error.RetryAfter is { } pause)
        {
            Response.Headers.RetryAfter = pause.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);
        }

        return path.StartsWith("/api/", StringComparison.Ordinal) ? Problem(error) : View(error);
    }

    private static ObjectResult Problem(ErrorViewModel error)
    {
        var problem = new ProblemDetails { Status = error.Status, Title = error.Title, Detail = error.Detail };
        if (error.RequestId is not null)
        {
            problem.Extensions["requestId"] = error.RequestId;
        }

        if (error.Since is { } since)
        {
            problem.Extensions["since"] = since.UtcDateTime;
        }

        return new ObjectResult(problem) { StatusCode = error.Status, ContentTypes = { "application/problem+json" } };
    }
}
