using System.Collections.Concurrent;
using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Packing;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Querying.Grouping;

/// <summary>
/// Groups and summarises the runs of one snapshot, and keeps the last answers: paging, expanding and polling ask the same again
/// and again. Safe for concurrent use.
/// </summary>
/// <param name="read">The value of any field.</param>
internal sealed class GroupAnswers(
    RunList runs, PackView packed, QueryAnswers answers, TimeProvider time, Func<CatalogRun, RunField, SacredValue?> read)
{
    private const int MostKept = 4;

    /// <summary>How current the durations of going runs are.</summary>
    private const long DurationTicks = 5 * TimeSpan.TicksPerSecond;

    private readonly ConcurrentDictionary<string, Lazy<RunGroups>> _groups = new();
    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<NumberSummary>>> _totals = new();

    public GroupPage Find(GroupQuery query, long version)
    {
        var groups = Groups(query);
        var order = new GroupSorter(runs, packed, time.GetUtcNow(), field => Columns([field])[0]).Sort(groups, query.Grouping, query.Sort);
        var from = Math.Clamp(query.Skip, 0, order.Length);
        var values = new ValueKeys();
        var summaries = new GroupSummaries(
            runs, Columns(query.Columns), [.. query.Columns.Select(field => new KeyColumn(field, packed.Paths, values, read))]);
        var answer = answers.Find(query.Runs);
        return new()
        {
            Version = version,
            GroupCount = groups.Count,
            Groups = [.. order.Skip(from).Take(Math.Max(0, query.Take)).Select(group => summaries.Of(group, groups[group]))],
            Runs = new() { Version = version, Total = runs.Count, Matched = answer.Slots.Length, Runs = [], Statuses = answer.Statuses },
        };
    }

    /// <summary>The number of the group that a run is in, or -1.</summary>
    public int NumberOf(GroupQuery query, int slot) => Groups(query).Find(slot);

    /// <summary>The runs of the group that a run is in, sorted as the query says; null when that is in none.</summary>
    public int[]? Members(GroupQuery query, int slot)
    {
        var groups = Groups(query);
        if (groups.Find(slot) is not (>= 0 and var group))
        {
            return null;
        }

        var members = groups[group].ToArray();
        new RunSorter(runs, packed, time.GetUtcNow()).Sort(members, query.Runs.Sort);
        return members;
    }

    /// <summary>All runs that answer the query, summed up.</summary>
    public IReadOnlyList<NumberSummary> Totals(RunQuery query, IReadOnlyList<RunField> fields)
    {
        var moment = fields.Contains(RunField.Own("duration")) ? time.GetUtcNow().Ticks / DurationTicks : 0;
        return Keep(_totals, $"{QueryKey(query)}\u0003{FieldList.ToText(fields)}\u0003{moment}", () =>
        {
            var slots = answers.Find(query with { Sort = [] }).Slots;
            return [.. Columns(fields).Select(column => GroupSummaries.Sum(slots, column).ToSummary())];
        });
    }

    private static T Keep<T>(ConcurrentDictionary<string, Lazy<T>> kept, string key, Func<T> make)
    {
        if (kept.TryGetValue(key, out var known))
        {
            return known.Value;
        }

        if (kept.Count >= MostKept)
        {
            kept.Clear();
        }

        return kept.GetOrAdd(key, _ => new(make)).Value;
    }

    private static string QueryKey(RunQuery query) => string.Join('\u0002', query.Text, string.Join('\u0001', query.Statuses));

    private RunGroups Groups(GroupQuery query)
    {
        var key = $"{QueryKey(query.Runs)}\u0003{query.Grouping}\u0003{query.Grouping.Seeds.ToString() ?? "\u0003"}";
        return Keep(_groups, key, () =>
            new GroupFinder(runs, packed.Paths, read).Find(answers.Find(query.Runs with { Sort = [] }).Slots, query.Grouping));
    }

    private NumberColumn[] Columns(IReadOnlyList<RunField> fields) => NumberColumn.Of(runs, packed.Paths, fields, time.GetUtcNow(), read);
}
