using Microsoft.AspNetCore.Mvc;

namespace Sacredboard.Web.Controllers.Api;

/// <summary>Whatever is no part of the API: without this, "api" would be taken for a source.</summary>
[ApiController]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class NoSuchApiController : ControllerBase
{
    [HttpGet("/api/{**rest}")]
    public IActionResult NotThere() => NotFound();
}
