using System.Collections.Concurrent;
using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Summaries;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Querying.Grouping;

/// <summary>
/// Groups and summarises the runs of one snapshot, and keeps the last answers: paging, expanding and polling ask the same again
/// and again. Safe for concurrent use.
/// </summary>
/// <param name="read">The value of any field.</param>
internal sealed class GroupAnswers(
    CatalogContent content, SummaryView summaries, QueryAnswers answers, TimeProvider time, Func<CatalogRun, RunField, SacredValue?> read)
{
    private const int MostKept = 4;

    /// <summary>How current the durations of going runs are.</summary>
    private const long DurationTicks = 5 * TimeSpan.TicksPerSecond;

    private readonly ConcurrentDictionary<string, Lazy<RunGroups>> _groups = new();
    private readonly ConcurrentDictionary<string, Lazy<NumberSummary>> _totals = new();

    public GroupPage Find(GroupQuery query, long version)
    {
        var groups = Groups(query);
        var order = new GroupSorter(content, summaries, time.GetUtcNow(), Column).Sort(groups, query.Grouping, query.Sort);
        var from = Math.Clamp(query.Skip, 0, order.Length);
        var described = new GroupSummaries(content.Runs, content.Packed.Paths, query.Columns, Column, read);
        var answer = answers.Find(query.Runs);
        return new()
        {
            Version = version,
            GroupCount = groups.Count,
            Groups = [.. order.Skip(from).Take(Math.Max(0, query.Take)).Select(group => described.Of(groups[group]))],
            Runs = new() { Version = version, Total = content.Runs.Count, Matched = answer.Slots.Length, Runs = [], Statuses = answer.Statuses, Metrics = answer.Metrics },
        };
    }

    /// <summary>The runs of the group that a run is in, sorted as the query says; null when that is in none.</summary>
    public int[]? Members(GroupQuery query, int slot)
    {
        var groups = Groups(query);
        if (groups.Find(slot) is not (>= 0 and var group))
        {
            return null;
        }

        var members = groups[group].ToArray();
        new RunSorter(content.Runs, content.Packed, new(summaries), time.GetUtcNow()).Sort(members, query.Runs.Sort);
        return members;
    }

    /// <summary>All runs that answer the query, summed up.</summary>
    public IReadOnlyList<NumberSummary> Totals(RunQuery query, IReadOnlyList<RunField> fields)
    {
        var answer = answers.Find(query with { Sort = [] });
        var moment = time.GetUtcNow().Ticks / DurationTicks;
        return [.. fields.Select(field => Keep(
            _totals,
            16 * MostKept,
            $"{QueryKey(query)}\u0003{field}\u0003{(field == RunField.Own("duration") ? moment : 0)}",
            () => Sum(answer.Slots, field)))];
    }

    private static T Keep<T>(ConcurrentDictionary<string, Lazy<T>> kept, int most, string key, Func<T> make)
    {
        if (kept.TryGetValue(key, out var known))
        {
            return known.Value;
        }

        if (kept.Count >= most)
        {
            kept.Clear();
        }

        return kept.GetOrAdd(key, _ => new(make)).Value;
    }

    private static string QueryKey(RunQuery query) => string.Join('\u0002', query.Text, string.Join('\u0001', query.Statuses));

    private RunGroups Groups(GroupQuery query)
    {
        var key = $"{QueryKey(query.Runs)}\u0003{query.Grouping}\u0003{query.Grouping.Seeds.ToString() ?? "\u0003"}";
        return Keep(_groups, MostKept, key, () =>
            new GroupFinder(content.Runs, content.Packed.Paths, read).Find(answers.Find(query.Runs with { Sort = [] }).Slots, query.Grouping));
    }

    private NumberSummary Sum(int[] slots, RunField field)
    {
        var (summary, column) = (default(NumberSummaryBuilder), Column(field));
        foreach (var slot in slots)
        {
            summary.Add(column[content.Runs.At(slot)!]);
        }

        return summary.ToSummary();
    }

    private NumberColumn Column(RunField field) => new(field, content.Packed.Paths, time.GetUtcNow(), read);
}
