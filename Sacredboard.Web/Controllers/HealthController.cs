using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers;

/// <summary>Health checks for monitoring.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class HealthController(SourceRegistry sources) : Controller
{
    [HttpGet("/healthz")]
    public IActionResult Alive() => Content("alive\n");

    /// <summary>One line per source; 503 when some source cannot be read.</summary>
    [HttpGet("/readyz")]
    public IActionResult Ready()
    {
        var states = sources.All.Select(source => (source.Name, source.Catalog.State)).ToList();
        Response.StatusCode = states.Exists(source => source.State.Phase == CatalogPhase.Unavailable)
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status200OK;
        return Content(string.Concat(states.Select(source =>
            $"{source.Name}: {source.State.Phase.ToString().ToLowerInvariant()}{(source.State.Message is { } why ? $": {why}" : "")}\n")));
    }
}
