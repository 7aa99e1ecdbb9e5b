using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Controllers.Api;

[Tags("Runs")]
[Route("/api/v1/{source}/runs")]
public sealed class RunsApiController(SourceRegistry sources, TimeProvider time) : ApiController(sources)
{
    private const int MaxTake = 10_000;

    [HttpGet]
    [EndpointSummary("Runs that answer a query")]
    [EndpointDescription("Answered from memory. Send the ETag back as If-None-Match: 304 says that no run has changed.")]
    [ProducesResponseType<RunListModel>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")]
    public IActionResult List(
        [FromQuery, Description("A query in the language of the pages: lr < 0.1 and min(validation.loss) < 0.2. See docs/query-language.md. At most 4000 characters.")] string? q,
        [FromQuery, Description("Only runs of this status, as shown (DEAD included); may be given several times.")] string[] status,
        [FromQuery, Description("Fields with commas between, most important first, a - in front for descending: -result,lr,last(loss). Default: newest first. Missing values come last.")] string? sort,
        [FromQuery, Description("How many to leave out.")] int skip = 0,
        [FromQuery, Description("How many to give at most, up to 10000.")] int take = 50,
        [FromQuery, Description("Further values of each run, fields with commas between: optimizer.lr,info.best,last(loss),\"a key.with dots\". A field without config, info, host, meta, result or experiment in front is a config key.")] string? columns = null)
    {
        if (skip < 0 || take is < 0 or > MaxTake)
        {
            return BadParameter(skip < 0 ? "skip" : "take", $"skip is a number from 0, take one from 0 to {MaxTake}.");
        }

        if (!FieldList.TryParseSort(sort ?? "", out var order, out var position))
        {
            return BadParameter("sort", $"There is no field at position {position}.", position);
        }

        if (!RequestedColumns.TryRead(columns ?? "", out var fields, out var fault, out position))
        {
            return BadParameter("columns", fault, position);
        }

        if (!QueryParser.TryParse(q ?? "", out var tree, out var error))
        {
            return BadQuery(error);
        }

        var snapshot = TakeSnapshot();

        // With the time other runs answer "in the last hour", although none has changed.
        if (!tree.DependsOnTime && IsKnown(snapshot.Version))
        {
            return StatusCode(StatusCodes.Status304NotModified);
        }

        order = [.. order.Zip(snapshot.Resolve(order.Select(level => level.Field)), (level, field) => level with { Field = field })];
        fields = [.. fields.Zip(snapshot.Resolve(fields.Select(field => field.Item2)), (asked, field) => (asked.Item1, field))];
        var page = snapshot.Query(new() { Text = q ?? "", Statuses = status, Sort = order, Skip = skip, Take = take });
        return page.Error is null ? Ok(ToModel(snapshot, page, fields)) : BadQuery(page.Error);
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
        if (!TryReadId(out var runId) || await Source.Store.FindAsync(runId, cancellationToken) is not { } run)
        {
            return NoSuch("run");
        }

        var output = await Source.Store.ReadOutputAsync(runId, OutputRange.Last(0), cancellationToken);
        return Ok(RunModel.Of(run, Source.Catalog.Snapshot.Find(runId), output?.Length ?? 0, decoded, Urls, time.GetUtcNow()));
    }

    private RunListModel ToModel(CatalogSnapshot snapshot, RunQueryResult page, IReadOnlyList<(string, RunField)> columns)
    {
        var (urls, now) = (Urls, time.GetUtcNow());
        return new()
        {
            Total = page.Total,
            Matched = page.Matched,
            Version = page.Version,
            Notes = [.. page.Notes.Select(QueryNoteModel.Of)],
            Summaries = [.. snapshot.Progress([.. page.Metrics, .. columns.Select(column => column.Item2)]).Select(SummaryProgressModel.Of)],
            Runs = [.. page.Runs.Select(run => ListedRunModel.Of(snapshot, run, columns, urls, now))],
        };
    }
}
