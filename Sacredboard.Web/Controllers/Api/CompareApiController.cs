using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.Compare;
using Sacredboard.Web.ComparePage;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.Models.Compare;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Controllers.Api;

[Tags("Runs")]
[Route("/api/v1/{source}/compare")]
public sealed class CompareApiController(SourceRegistry sources, CatalogWaiter waiter, TimeProvider time) : ApiController
{
    // CompareUrl and TableRequest read the parameters; they are repeated here for the API's description.
    [HttpGet]
    [EndpointSummary("Runs side by side, and how groups of them differ")]
    [EndpointDescription("What the page that compares runs shows in its table and of the significance of differences. At most 500 runs: "
        + "those of ids, or the first that q finds, newest first.")]
    [ProducesResponseType<CompareModel>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")]
    public async Task<IActionResult> Read(
        [FromQuery, Description("The ids of the runs as the list gives them, with commas between or given several times. A run of another "
            + "source has the name of the source and a colon in front.")]
        string[] ids,
        [FromQuery, Description("Without ids: the runs that match this query, as for runs.")] string? q,
        [FromQuery, Description(ZoneText)] string? tz,
        [FromQuery, Description("Without ids: only runs of this status, as shown; may be given several times.")] string[] status,
        [FromQuery, Description("The order of the runs, as for runs.")] string? sort,
        [FromQuery, Description("Makes groups: up to 8 fields with commas between, or config for the whole config without its seeds.")]
        string? group,
        [FromQuery, Description("Config keys that config leaves out, as for groups.")] string? seeds,
        [FromQuery, Description("true compares the newest runs when nothing else says which.")] string? all,
        [FromQuery, Description("The number that groups are tested by, such as min(validation.loss); by default a metric that tells most.")]
        string? figure,
        [FromQuery, Description("lower or higher: which of these numbers are better; by default as the name tells.")] string? goal,
        [FromQuery, Description("The key of the group that the others are compared with; by default the best.")] string? against,
        [FromQuery, Description("The config keys: differ (default), all or same.")] string? keys,
        [FromQuery, Description("Only rows with this part in their name.")] string? find,
        [FromQuery, Description("Fields of which lower numbers are the better ones, with commas between.")] string? lower,
        [FromQuery, Description("The same for higher numbers.")] string? higher,
        [FromQuery, Description(WaitText)] int wait = TableWait.Default,
        CancellationToken cancellationToken = default)
    {
        var state = CompareUrl.Read(Request.Query, out var problems);
        var table = new TableRequest(Source, Urls, Request.Query).Only("q", "status", "sort", "group", "seeds", TableWait.Name);
        EnsureRead();
        if (problems is [var problem, ..])
        {
            return Refusals.BadParameter(problem.Parameter, problem.Reason, problem.Position);
        }

        var reader = new CompareReader(sources, waiter, time);
        var (request, page) = await ReadAsync(CompareTab.Table);
        if (state.Ids.Count == 0 && Refusals.Of(table, request.Resolved) is { } refusal)
        {
            return refusal;
        }

        var tests = request.Resolved.State.Grouping is null ? null : (await ReadAsync(CompareTab.Significance)).Page.Content;
        return Ok(CompareModelMaker.Of(request, page, tests as CompareSignificance));

        Task<(CompareRequest Request, ComparePageViewModel Page)> ReadAsync(CompareTab tab) =>
            reader.ReadAsync(Source, Urls, state with { Tab = tab }, table.Wait, cancellationToken);
    }
}
