using Microsoft.AspNetCore.Mvc;

namespace Sacredboard.Web.Controllers.Api;

/// <summary>Answers 404 to unknown addresses below /api, because "api" would be taken for a source.</summary>
[ApiController]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class NoSuchApiController : ControllerBase
{
    [HttpGet("/api/{**rest}")]
    public IActionResult NotThere() => NotFound();
}
