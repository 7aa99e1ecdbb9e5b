using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Values;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Controllers.Api;

[Tags("Runs")]
[Route("/api/v1/{source}/groups")]
public sealed class GroupsApiController(TableWaiter waiter, TimeProvider time) : ApiController
{
    private const int MaxTake = 1000;

    // TableRequest reads the parameters of a table; they are repeated here for the API's description.
    [HttpGet]
    [EndpointSummary("Runs in groups")]
    [EndpointDescription("Count, statuses and statistics of runs that have the same settings or other values. Answered from memory; "
        + "waits for the statistics of metrics that it depends on. Send the ETag back as If-None-Match: 304 says that no run has changed.")]
    [ProducesResponseType<GroupListModel>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")]
    public async Task<IActionResult> List(
        TableRequest table,
        [FromQuery, Description("Only runs that match this query, as for runs.")] string? q,
        [FromQuery, Description(ZoneText)] string? tz,
        [FromQuery, Description("Only runs of this status, as shown (DEAD included); may be given several times.")] string[] status,
        [FromQuery, Description("What makes a group: up to 8 fields separated by commas, or config for the whole config without its seeds: "
            + "experiment,config. A config key named config is config.config.")] string group = RunGrouping.WholeConfig,
        [FromQuery, Description("Config keys that config leaves out, separated by commas; * stands for any characters. "
            + "Default: those named like seeds (seed, data_seed, random_state). none leaves out nothing.")] string? seeds = null,
        [FromQuery, Description("The fields to sum up, separated by commas: result,duration,min(loss).")] string? columns = null,
        [FromQuery, Description("Order of the groups: count, a field (its value if it is in group, else its mean), or mean:, std:, "
            + "min: or max: and a field; a - in front for descending: -mean:result. Default: -count. Groups without such a number come "
                + "last.")]
        string? sort = null,
        [FromQuery, Description("How many groups to skip.")] int skip = 0,
        [FromQuery, Description("Maximum number of groups, up to 1000.")] int take = 50,
        [FromQuery, Description("How many ids of each group's newest runs to list, up to 1000.")] int runs = 0,
        [FromQuery, Description(WaitText)] int wait = TableWait.Default,
        CancellationToken cancellationToken = default)
    {
        if (skip < 0 || take is < 0 or > MaxTake || runs is < 0 or > MaxTake)
        {
            var parameter = skip < 0 ? "skip" : take is < 0 or > MaxTake ? "take" : "runs";
            return Refusals.BadParameter(parameter, $"skip is a number from 0, take and runs are numbers from 0 to {MaxTake}.");
        }

        table = table.Only("q", "status", "group", "seeds", "columns", "sort", TableWait.Name).GroupedBy(RunGrouping.WholeConfig);
        var resolved = await ResolveAsync(waiter, table, namesRuns: false, cancellationToken);
        return Refusals.Of(table, resolved) is { } refusal ? refusal
            : IsNotModified(resolved) ? StatusCode(StatusCodes.Status304NotModified)
            : Ok(ToModel(table, resolved, skip, take, runs));
    }

    private GroupListModel ToModel(TableRequest table, ResolvedTable resolved, int skip, int take, int runs)
    {
        var snapshot = resolved.Snapshot;
        var columns = NamedFields.Of(table.ColumnsText);
        var query = resolved.Groups with
        {
            Runs = resolved.Runs with { Sort = [], Skip = 0, Take = runs },
            Columns = snapshot.Queries().Resolve(columns.Select(column => column.Field)),
            Skip = skip,
            Take = take,
        };
        var result = snapshot.Queries().Group(query);
        var keys = NamedFields.KeyNames(table.GroupText, snapshot);
        var progress = snapshot.Progress([.. result.Runs.Metrics, .. query.Columns, .. query.Grouping.Keys.OfType<RunField>()]);
        return new()
        {
            Total = result.Runs.Total,
            Matched = result.Runs.Matched,
            Version = result.Version,
            GroupCount = result.GroupCount,
            Notes = [.. result.Runs.Notes.Select(note => QueryNoteModel.Of(note, table.QueryStart))],
            State = SourceStateName.Of(Source, resolved),
            Summaries = [.. progress.Select(StatisticsProgressModel.Of)],
            Groups = [.. result.Groups.Select(found => ToModel(snapshot, query, found, keys, [.. columns.Select(column => column.Name)]))],
        };
    }

    private GroupModel ToModel(
        CatalogSnapshot snapshot, GroupQuery query, RunGroup group, IReadOnlyList<string> keys, IReadOnlyList<string> columns)
    {
        var common = query.Grouping.Keys.Select((key, i) =>
            KeyValuePair.Create(keys[i], Common(snapshot, group.Newest, key, query.Grouping) ?? SacredNull.Value));
        var runs = query.Runs.Take == 0 ? [] : snapshot.Queries().GroupOf(query, group.Oldest.Id)?.Runs ?? [];
        return new()
        {
            Count = group.Count,
            Oldest = Urls.Segment(group.Oldest.Id),
            Newest = Urls.Segment(group.Newest.Id),
            Keys = StoredValue.Of(new SacredObject([.. common]), decoded: true)!,
            Statuses = [.. group.Statuses.Select(status => new GroupStatusModel { Status = status.Status, Count = status.Count })],
            Values = columns.Zip(query.Columns, group.Values).DistinctBy(column => column.First)
                .ToDictionary(column => column.First, column => GroupNumbersModel.Of(column.Third.Numbers)),
            Runs = [.. runs.Select(run => Urls.Segment(run.Id))],
        };
    }

    private SacredValue? Common(CatalogSnapshot snapshot, CatalogRun run, RunField? key, RunGrouping grouping) =>
        key is null ? grouping.Seeds.Without(run.Config)
        : snapshot.Value(run, key, time.GetUtcNow());
}
