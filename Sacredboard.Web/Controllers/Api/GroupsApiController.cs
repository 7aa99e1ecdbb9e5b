using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Values;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers.Api;

[Tags("Runs")]
[Route("/api/v1/{source}/groups")]
public sealed class GroupsApiController(SourceRegistry sources, TimeProvider time) : ApiController(sources)
{
    private const int MaxTake = 1000;

    [HttpGet]
    [EndpointSummary("Runs in groups")]
    [EndpointDescription("Count, status and the numbers of runs that have the same settings or other values. Answered from memory. Send the ETag back as If-None-Match: 304 says that no run has changed.")]
    [ProducesResponseType<GroupListModel>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")]
    public IActionResult List(
        [FromQuery, Description("Only runs that answer this query, as of runs.")] string? q,
        [FromQuery, Description("Only runs of this status, as shown (DEAD included); may be given several times.")] string[] status,
        [FromQuery, Description("What makes a group: up to 8 fields with commas between, or config for the whole config without its seeds: experiment,config. A config key named config is config.config.")] string group = RunGrouping.WholeConfig,
        [FromQuery, Description("Config keys that config leaves out, with commas between; * stands for any characters. Default: those named like seeds (seed, data_seed, random_state). none leaves out nothing.")] string? seeds = null,
        [FromQuery, Description("The fields to be summed up, with commas between: result,duration,min(loss).")] string? columns = null,
        [FromQuery, Description("Order of the groups: count, a field (its value where it makes the groups, else its mean), or mean:, std:, min: or max: and a field; a - in front for descending: -mean:result. Default: -count. Groups without such a number come last.")] string? sort = null,
        [FromQuery, Description("How many groups to leave out.")] int skip = 0,
        [FromQuery, Description("How many groups to give at most, up to 1000.")] int take = 50,
        [FromQuery, Description("How many ids of each group's newest runs to list, up to 1000.")] int runs = 0)
    {
        if (skip < 0 || take is < 0 or > MaxTake || runs is < 0 or > MaxTake)
        {
            var parameter = skip < 0 ? "skip" : take is < 0 or > MaxTake ? "take" : "runs";
            return BadParameter(parameter, $"skip is a number from 0, take and runs are numbers from 0 to {MaxTake}.");
        }

        if (!RunGrouping.TryParse(group, out var grouping, out var position))
        {
            return BadParameter("group", $"There is no field at position {position}, or there are more than {RunGrouping.MaxKeys}.", position);
        }

        if (!SeedKeys.TryParse(seeds ?? "", out var keys, out position))
        {
            return BadParameter("seeds", $"There is no config key at position {position}.", position);
        }

        if (!FieldList.TryParse(columns ?? "", out var fields, out position))
        {
            return BadParameter("columns", $"There is no field at position {position}.", position);
        }

        if (!GroupSort.TryParse(sort ?? "", out var order, out position))
        {
            return BadParameter("sort", $"There is no field at position {position}.", position);
        }

        return Answer(new()
        {
            Runs = new() { Text = q ?? "", Statuses = status, Take = runs },
            Grouping = grouping with { Seeds = keys },
            Columns = fields,
            Sort = order,
            Skip = skip,
            Take = take,
        }, [.. FieldList.Parts(group).DistinctBy(KeyOf)], [.. FieldList.Parts(columns ?? "")]);
    }

    // Two ways to write the same field are one key.
    private static RunField? KeyOf(string part) => RunGrouping.TryParse(part, out var one, out _) ? one.Keys[0] : null;

    private IActionResult Answer(GroupQuery query, IReadOnlyList<string> keys, IReadOnlyList<string> columns)
    {
        var snapshot = TakeSnapshot();
        query = Meant(snapshot, query);
        var page = snapshot.Group(query);
        if (page.Runs.Error is { } error)
        {
            return BadParameter("q", error.Message, error.Position);
        }

        if (IsKnown(snapshot.Version))
        {
            return StatusCode(StatusCodes.Status304NotModified);
        }

        return Ok(new GroupListModel
        {
            Total = page.Runs.Total,
            Matched = page.Runs.Matched,
            Version = page.Version,
            GroupCount = page.GroupCount,
            Summaries = [.. snapshot.Progress([.. page.Runs.Metrics, .. query.Columns, .. query.Grouping.Keys.OfType<RunField>()]).Select(SummaryProgressModel.Of)],
            Groups = [.. page.Groups.Select(group => ToModel(snapshot, query, group, keys, columns))],
        });
    }

    private static GroupQuery Meant(CatalogSnapshot snapshot, GroupQuery query)
    {
        return query with
        {
            Columns = snapshot.Resolve(query.Columns),
            Grouping = query.Grouping with { Keys = [.. query.Grouping.Keys.Select(Resolve)] },
            Sort = [.. query.Sort.Select(level => level with { Field = Resolve(level.Field) })],
        };

        RunField? Resolve(RunField? field) => field is null ? null : snapshot.Resolve([field])[0];
    }

    private GroupModel ToModel(CatalogSnapshot snapshot, GroupQuery query, RunGroup group, IReadOnlyList<string> keys, IReadOnlyList<string> columns) => new()
    {
        Count = group.Count,
        Oldest = Urls.Segment(group.Oldest.Id),
        Newest = Urls.Segment(group.Newest.Id),
        Keys = StoredValue.Of(new SacredObject([.. query.Grouping.Keys.Select((key, i) =>
            KeyValuePair.Create(keys[i], Common(snapshot, group.Newest, key, query.Grouping) ?? SacredNull.Value))]), decoded: true)!,
        Statuses = [.. group.Statuses.Select(status => new GroupStatusModel { Status = status.Status, Count = status.Count })],
        Values = columns.Zip(query.Columns, group.Values).DistinctBy(column => column.First)
            .ToDictionary(column => column.First, column => GroupNumbersModel.Of(column.Third.Numbers)),
        Runs = query.Runs.Take == 0 ? [] : [.. snapshot.GroupOf(query, group.Oldest.Id)?.Runs.Select(run => Urls.Segment(run.Id)) ?? []],
    };

    private SacredValue? Common(CatalogSnapshot snapshot, CatalogRun run, RunField? key, RunGrouping grouping) =>
        key is null ? grouping.Seeds.Without(run.Config)
        : key == RunField.Own("duration") && run.Duration(time.GetUtcNow()) is { } duration ? new SacredDouble(duration.TotalSeconds)
        : snapshot.Value(run, key);
}
