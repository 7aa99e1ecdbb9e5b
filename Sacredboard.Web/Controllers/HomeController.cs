using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers;

public sealed class HomeController(SourceRegistry sources) : Controller
{
    [HttpGet("/")]
    public IActionResult Index() => LocalRedirect($"~/{sources.First.Name}/runs");

    [HttpGet("/{source}")]
    public IActionResult Source(Source source) => LocalRedirect($"~/{source.Name}/runs");
}
