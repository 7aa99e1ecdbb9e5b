using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers.Api;

[ApiController]
[Tags("Sources")]
public sealed class SourcesApiController(SourceRegistry sources) : ControllerBase
{
    [HttpGet("/api/v1/sources")]
    [EndpointSummary("All sources")]
    [EndpointDescription("In the order of the configuration, each with how many of its runs were read and how current it is.")]
    [ProducesResponseType<IReadOnlyList<SourceModel>>(StatusCodes.Status200OK, "application/json")]
    public IReadOnlyList<SourceModel> List() => [.. sources.All.Select(SourceModel.Of)];
}
