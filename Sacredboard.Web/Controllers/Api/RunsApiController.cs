using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Controllers.Api;

[Tags("Runs")]
[Route("/api/v1/{source}/runs")]
public sealed class RunsApiController(TableWaiter waiter, TimeProvider time) : ApiController
{
    private const int MaxTake = 10_000;

    // TableRequest reads the parameters of a table; they are repeated here for the API's description.
    [HttpGet]
    [EndpointSummary("Runs that match a query")]
    [EndpointDescription("Answered from memory; waits for the statistics of metrics that it depends on. "
        + "Send the ETag back as If-None-Match: 304 says that no run has changed.")]
    [ProducesResponseType<RunListModel>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")]
    public async Task<IActionResult> List(
        TableRequest table,
        [FromQuery]
        [Description("A query in the language of the pages: lr < 0.1 and min(validation.loss) < 0.2. See docs/query-language.md. "
            + "At most 4000 characters.")]
        string? q,
        [FromQuery, Description(ZoneText)] string? tz,
        [FromQuery, Description("Only runs of this status, as shown (DEAD included); may be given several times.")] string[] status,
        [FromQuery, Description("Fields separated by commas, most important first, a - in front for descending: -result,lr,last(loss). "
            + "Default: newest first. Missing values come last.")] string? sort,
        [FromQuery, Description("How many runs to skip.")] int skip = 0,
        [FromQuery, Description("Maximum number of runs, up to 10000.")] int take = 50,
        [FromQuery]
        [Description("Further values of each run, fields separated by commas: optimizer.lr,info.best,last(loss),\"a key.with dots\". "
            + "A field without config, info, host, meta, result or experiment in front is a config key.")]
        string? columns = null,
        [FromQuery, Description(WaitText)] int wait = TableWait.Default,
        CancellationToken cancellationToken = default)
    {
        if (skip < 0 || take is < 0 or > MaxTake)
        {
            return Refusals.BadParameter(skip < 0 ? "skip" : "take", $"skip is a number from 0, take one from 0 to {MaxTake}.");
        }

        table = table.Only("q", "status", "sort", "columns", TableWait.Name);
        var resolved = await ResolveAsync(waiter, table, namesRuns: false, cancellationToken);
        return Refusals.Of(table, resolved) is { } refusal ? refusal
            : IsNotModified(resolved) ? StatusCode(StatusCodes.Status304NotModified)
            : Ok(ToModel(table, resolved, skip, take));
    }

    [HttpGet("{id}")]
    [EndpointSummary("One run")]
    [EndpointDescription("Everything but its output, metrics and files, read from the storage at that moment.")]
    [ProducesResponseType<RunModel>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> Find(
        [Description("The id as the list gives it.")] string id,
        [FromQuery, Description("true: values as the pages show them, jsonpickle decoded. false: as stored.")] bool decoded = false,
        CancellationToken cancellationToken = default)
    {
        if (!TryReadId(out var runId)
            || await (decoded
                ? Source.Runs.FindAsync(runId, RunParts.All, cancellationToken)
                : Source.Runs.FindEncodedAsync(runId, RunParts.All, cancellationToken)) is not { } run)
        {
            return NoSuch("run");
        }

        var output = await Source.Runs.ReadOutputAsync(runId, OutputRange.Last(0), cancellationToken);
        return Ok(RunModel.Of(run, Source.Catalog.Snapshot.Find(runId), output?.Length ?? 0, decoded, Urls, time.GetUtcNow()));
    }

    private RunListModel ToModel(TableRequest table, ResolvedTable resolved, int skip, int take)
    {
        var (urls, now, snapshot) = (Urls, time.GetUtcNow(), resolved.Snapshot);
        var result = snapshot.Queries().Find(resolved.Runs with { Skip = skip, Take = take });
        var named = NamedFields.Of(table.ColumnsText);
        var columns = named.Zip(snapshot.Queries().Resolve(named.Select(column => column.Field)), (column, field) => (column.Name, field))
            .ToList();
        var progress = snapshot.Progress([.. result.Metrics, .. columns.Select(column => column.field)]);
        return new()
        {
            Total = result.Total,
            Matched = result.Matched,
            Version = result.Version,
            Notes = [.. result.Notes.Select(note => QueryNoteModel.Of(note, table.QueryStart))],
            State = SourceStateName.Of(Source, resolved),
            Summaries = [.. progress.Select(StatisticsProgressModel.Of)],
            Runs = [.. result.Runs.Select(run => ListedRunModel.Of(snapshot, run, columns, urls, now))],
        };
    }
}
