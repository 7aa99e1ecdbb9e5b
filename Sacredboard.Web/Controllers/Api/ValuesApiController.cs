using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.Plots;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Controllers.Api;

[Tags("Runs")]
[Route("/api/v1/{source}/values")]
public sealed class ValuesApiController(SourceRegistry sources, TableWaiter waiter) : ApiController
{
    private const int MaxColumns = 25;
    private const int MaxPixels = 20_000;

    // TableRequest reads the parameters of a table; they are repeated here for the API's description.
    [HttpGet]
    [EndpointSummary("Fields of many runs, column by column")]
    [EndpointDescription("For plots: the values of up to 100000 runs, those of ids or those that match q. Answered from memory; "
        + "waits for the statistics of metrics. Send the ETag back as If-None-Match: 304 says that no run has changed.")]
    [ProducesResponseType<ValuesModel>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")]
    public async Task<IActionResult> Read(
        TableRequest table,
        [FromQuery, Description("The ids of the runs as the list gives them, with commas between; may be given several times.")]
        string[] ids,
        [FromQuery, Description("Without ids: the runs that match this query, as for runs.")] string? q,
        [FromQuery, Description(ZoneText)] string? tz,
        [FromQuery, Description("Without ids: only runs of this status, as shown (DEAD included); may be given several times.")]
        string[] status,
        [FromQuery, Description("Without ids: the order of the runs, as for runs.")] string? sort,
        [FromQuery, Description("Up to 25 fields separated by commas, as for runs.")] string? columns,
        [FromQuery, Description("Maximum number of runs, up to 100000.")] int take = PlottedRuns.Max,
        [FromQuery, Description("Which values of the first and of the second column are the better ones: lower,higher. Adds front.")]
        string? front = null,
        [FromQuery]
        [Description("Length of an axis in pixels, up to 20000. Numbers are rounded so that none leaves its pixel, to at least six "
            + "significant digits; whole numbers and times stay exact. All are exact when left out.")]
        int? pixels = null,
        [FromQuery, Description("true: ids that are whole numbers come as idSteps, which are few where ids count up or down.")]
        bool compact = false,
        [FromQuery, Description(WaitText)] int wait = TableWait.Default,
        CancellationToken cancellationToken = default)
    {
        if (take is < 0 or > PlottedRuns.Max)
        {
            return Refusals.BadParameter("take", $"It is a number from 0 to {PlottedRuns.Max}.");
        }

        if (pixels is < 1 or > MaxPixels)
        {
            return Refusals.BadParameter("pixels", $"It is a number from 1 to {MaxPixels}.");
        }

        if (!FrontGoals.TryRead(front, out var goals))
        {
            return Refusals.BadParameter("front", "It is lower or higher for each of two columns: lower,higher.");
        }

        table = table.Only("q", "status", "sort", "columns", TableWait.Name);
        var resolved = await ResolveAsync(waiter, table, namesRuns: ids.Length > 0, cancellationToken);
        // Unlike a table, a plot may have status and id as columns.
        IReadOnlyList<RunField> fields =
            [.. FieldList.Parts(table.ColumnsText).Select(part => ColumnSpec.Read(part.Part, out _)?.Field).OfType<RunField>()];
        return Refusals.Of(table, resolved) is { } refusal ? refusal
            : fields.Count > MaxColumns ? Refusals.BadParameter("columns", $"Name at most {MaxColumns} fields.")
            : IsNotModified(resolved) ? StatusCode(StatusCodes.Status304NotModified)
            : Ok(ToModel(
                resolved,
                fields,
                [.. ids.SelectMany(id => id.Split(',')).Where(id => id.Length > 0).Distinct()],
                take,
                goals,
                pixels,
                compact));
    }

    private ValuesModel ToModel(
        ResolvedTable resolved,
        IReadOnlyList<RunField> fields,
        IReadOnlyList<string> named,
        int take,
        FrontGoals? goals,
        int? pixels,
        bool compact)
    {
        var queries = resolved.Snapshot.Queries();
        var runs = PlottedRuns.Of(Source, named, new RunNames(sources, Source), resolved, take);
        // Also those that say which runs there are.
        var asked = queries.Find(resolved.Runs with { Take = 0 }).Metrics;
        var columns = queries.Plot(runs.Runs, [.. queries.Resolve(fields).Distinct()]);
        IReadOnlyList<string> ids = [.. runs.Runs.Select(run => Urls.Segment(run.Id))];
        var steps = compact ? IdSteps.Of(ids) : null;
        return new()
        {
            Ids = steps is null ? ids : [],
            IdSteps = steps ?? [],
            Columns = [.. columns.Select(column => ValueColumnModel.Of(column, pixels))],
            Front = goals?.Of(columns) ?? [],
            Left = runs.Left,
            NotFound = runs.Unknown,
            Version = resolved.Snapshot.Version,
            State = SourceStateName.Of(Source, resolved),
            Summaries = [.. resolved.Snapshot.Progress([.. asked, .. columns.Select(column => column.Field)])
                .Select(StatisticsProgressModel.Of)],
        };
    }
}
