using System.Collections.Concurrent;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Sorting;
using Sacredboard.Data.Queries.Totals;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>
/// Groups and sums up the runs of one snapshot and caches the last results, because paging, expanding and polling repeat queries. Safe
/// for concurrent use.
/// </summary>
internal sealed class GroupAnswers(CatalogContent content, SnapshotStatistics statistics, QueryAnswers answers, TimeProvider time)
{
    private const int MaxKept = 4;

    /// <summary>How long totals of durations are reused while runs go on.</summary>
    private const long DurationTicks = 5 * TimeSpan.TicksPerSecond;

    private readonly ConcurrentDictionary<(int[] Slots, string Key), Lazy<RunGroups>> _groups = new();
    private readonly ConcurrentDictionary<(int[] Slots, string Key), Lazy<IReadOnlyList<NumberTotal>>> _totals = new();

    private RunList Runs => content.Runs;

    public GroupQueryResult Find(GroupQuery query, long version)
    {
        var answer = answers.Find(query.Runs with { Sort = [] });
        return new()
        {
            Version = version,
            GroupCount = Groups(query).Count,
            Groups = [.. Each(query)],
            Runs = new()
            {
                Version = version,
                Total = Runs.Count,
                Matched = answer.Slots.Length,
                Runs = [],
                Statuses = answer.Statuses,
                Metrics = answer.Metrics,
                Error = answer.Error,
                Notes = answer.Notes,
            },
        };
    }

    /// <summary>The query's range of groups; each is summed up only when it is enumerated.</summary>
    public IEnumerable<RunGroup> Each(GroupQuery query)
    {
        if (query.Take <= 0)
        {
            yield break;
        }

        var groups = Groups(query);
        var columns = Columns();
        var described = new GroupDescriber(Runs, columns, query.Columns);
        var order = new GroupSorter(Sorter(), columns).Sort(groups, query.Grouping, query.Sort);
        foreach (var batch in order.Skip(Math.Max(0, query.Skip)).Take(query.Take).Chunk(GroupDescriber.Batch))
        {
            foreach (var group in described.Of(groups, batch))
            {
                yield return group;
            }
        }
    }

    /// <summary>The number of the group that a run is in, or -1.</summary>
    public int NumberOf(GroupQuery query, int slot) => Groups(query).Find(slot);

    /// <summary>The runs of the group of a run, in the order of the query; null when the run is in no group.</summary>
    public int[]? Members(GroupQuery query, int slot)
    {
        var groups = Groups(query);
        if (groups.Find(slot) is not (>= 0 and var group))
        {
            return null;
        }

        return Sorter().Sorted(groups[group].ToArray(), query.Runs.Sort);
    }

    /// <summary>Divides some runs into groups; each has its slots in the order given.</summary>
    public IEnumerable<int[]> Divide(int[] slots, RunGrouping grouping)
    {
        var groups = new GroupFinder(Runs, Columns()).Find(slots, grouping);
        return Enumerable.Range(0, groups.Count).Select(group => groups[group].ToArray());
    }

    /// <summary>The totals of all runs that match the query, one for each field.</summary>
    public IReadOnlyList<NumberTotal> Totals(RunQuery query, IReadOnlyList<RunField> fields)
    {
        var slots = answers.Find(query with { Sort = [] }).Slots;
        var moment = fields.Any(field => field.OwnField is { MovesWithTime: true }) ? time.GetUtcNow().Ticks / DurationTicks : 0;
        return Keep(_totals, (slots, $"{FieldList.ToText(fields)}\u0003{moment}"), () =>
            [.. Columns(statistics.Shown).Numbers(fields).Select(column => GroupSums.Of(slots, column).ToTotal())]);
    }

    private static T Keep<T>(ConcurrentDictionary<(int[], string), Lazy<T>> kept, (int[], string) key, Func<T> make)
    {
        if (kept.TryGetValue(key, out var known))
        {
            return known.Value;
        }

        if (kept.Count >= MaxKept)
        {
            kept.Clear();
        }

        return kept.GetOrAdd(key, _ => new(make)).Value;
    }

    private RunGroups Groups(GroupQuery query)
    {
        var slots = answers.Find(query.Runs with { Sort = [] }).Slots;
        var key = $"{query.Grouping}\u0003{query.Grouping.Seeds.ToString() ?? "\u0003"}";
        return Keep(_groups, (slots, key), () => new GroupFinder(Runs, Columns()).Find(slots, query.Grouping));
    }

    private GroupColumns Columns() => Columns(statistics.Column);

    private GroupColumns Columns(Func<RunField, StatisticColumn> metrics) => new(content, metrics, time.GetUtcNow());

    private RunSorter Sorter() => new(Runs, content.Packed, new(statistics), time.GetUtcNow());
}
