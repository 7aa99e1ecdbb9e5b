using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.Charts;
using Sacredboard.Web.Curves;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Controllers.Api;

[Tags("Metrics")]
[Route("/api/v1/{source}/curves")]
public sealed class CurvesApiController(SourceRegistry sources, TableWaiter waiter) : ApiController
{
    private const int MaxBody = 256 * 1024;
    private const string Summary = "The points of metrics of many runs, for one chart";
    private const string About = "At most 500 runs: those of ids, or the first that q finds, newest first. All together have about 40,000 "
        + "points. What is not there is listed, not refused. Send the ETag back as If-None-Match: 304 says that there are no new points.";

    // CurvesRequest and TableRequest read the parameters; they are repeated here for the API's description.
    [HttpGet]
    [EndpointSummary(Summary)]
    [EndpointDescription(About)]
    [ProducesResponseType<CurvesModel>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")]
    public Task<IActionResult> Read(
        [FromQuery, Description("The ids of the runs as the list gives them; may be given up to 500 times. A run of another source has "
            + "the name of the source and a colon in front.")]
        string[] ids,
        [FromQuery, Description("The names of metrics; may be given up to 20 times.")] string[] metric,
        [FromQuery, Description("Without ids: the runs that match this query, as for runs.")] string? q,
        [FromQuery, Description(ZoneText)] string? tz,
        [FromQuery, Description("Without ids: only runs of this status, as shown (DEAD included); may be given several times.")]
        string[] status,
        [FromQuery, Description("Without ids: the order of the runs, as for runs; only the first 500 are given.")] string? sort,
        [FromQuery] CurveParameters curve,
        [FromQuery, Description("Makes one curve of the runs of each group: up to 8 fields separated by commas, or config for the whole "
            + "config without its seeds (also config-without-seed).")]
        string[] group,
        [FromQuery, Description("Config keys that config leaves out, as for groups.")] string? seeds = null,
        [FromQuery, Description("The line of a group: mean (default) or median.")] string? mid = null,
        [FromQuery, Description("The band of a group: std (default: standard deviation), sem (standard error), ci (95 % confidence "
            + "interval), range, quartiles or none.")]
        string? band = null,
        [FromQuery, Description("Where runs of a group have no point: last (default: their last value before counts) or all (only x that "
            + "all of them have).")]
        string? missing = null,
        [FromQuery, Description(WaitText)] int wait = TableWait.Default,
        CancellationToken cancellationToken = default) => AnswerAsync(Request.Query, cancellationToken);

    /// <summary>The same for more runs than an address can hold. Changes nothing, so it needs no antiforgery token.</summary>
    [HttpPost]
    [IgnoreAntiforgeryToken]
    [Consumes("application/json")]
    [RequestSizeLimit(MaxBody)]
    [EndpointSummary(Summary)]
    [EndpointDescription("The parameters of GET as names of a JSON object, those that may be given several times as lists: "
        + "{\"ids\": [1, 2, 3], \"metric\": \"loss\", \"columns\": 1000}. " + About)]
    [ProducesResponseType<CurvesModel>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")]
    public Task<IActionResult> Post([FromBody] JsonElement parameters, CancellationToken cancellationToken) =>
        JsonParameters.Read(parameters) is { } read
            ? AnswerAsync(read, cancellationToken)
            : Task.FromResult<IActionResult>(Refusals.Refused(
                StatusCodes.Status400BadRequest,
                "The body cannot be read",
                "It is a JSON object of texts, numbers, and lists of these."));

    private async Task<IActionResult> AnswerAsync(IQueryCollection parameters, CancellationToken cancellationToken)
    {
        var (request, problem) = CurvesRequest.Read(parameters);
        if (request is null)
        {
            return Refusals.BadParameter(problem!.Parameter, problem.Detail);
        }

        var table = new TableRequest(Source, Urls, parameters)
            .Only("q", "status", "sort", "group", "seeds", TableWait.Name);
        var resolved = await ResolveAsync(waiter, table, namesRuns: request.Ids.Count > 0, cancellationToken);
        if (Refusals.Of(table, resolved) is { } refusal)
        {
            return refusal;
        }

        var names = new RunNames(sources, Source);
        var runs = request.Ids.Count > 0 ? ChosenRuns.Of(request.Ids, names) : ChosenRuns.Of(Source, resolved);
        var curves = await CurvesReading.ReadAsync(request, runs, resolved.State.Grouping, names, cancellationToken);
        return IsNotModified(curves.Version, IsLoaded(resolved))
            ? StatusCode(StatusCodes.Status304NotModified)
            : Ok(await curves.DrawAsync(SourceStateName.Of(Source, resolved), cancellationToken));
    }
}
