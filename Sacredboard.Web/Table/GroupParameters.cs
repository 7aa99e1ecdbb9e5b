using Microsoft.Extensions.Primitives;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Table;

/// <summary>The parameters of the table's URL that are about groups: <c>group</c>, <c>seeds</c>, and what <c>sort</c> means with them.</summary>
public static class GroupParameters
{
    private const int MostFaults = 5;
    private const int LongestQuote = 80;

    public static bool Has(string name) => name is "group" or "seeds";

    /// <summary>What the runs are grouped by; null when that is not asked for, or cannot be understood and is named among the problems.</summary>
    public static RunGrouping? Read(IQueryCollection parameters, List<TableProblem> problems)
    {
        var text = Joined(parameters["group"]);
        if (text.Length == 0)
        {
            return null;
        }

        if (!RunGrouping.TryParse(text, out var grouping, out var position))
        {
            problems.Add(new("group", $"Ignored, “{text}” cannot be read from character {position + 1} on. Write config, or up to {RunGrouping.MaxKeys} fields with commas between: experiment,optimizer.name"));
            return null;
        }

        return Joined(parameters["seeds"]).Length > 0 ? grouping with { Seeds = Seeds(Joined(parameters["seeds"]), problems) } : grouping;
    }

    /// <summary>The table with its groups in the order that the text says.</summary>
    public static TableState WithSort(TableState query, string text, List<TableProblem> problems)
    {
        if (!GroupSort.TryParse(text, out var sort, out var position))
        {
            problems.Add(new("sort", $"Ignored, “{text}” cannot be read from character {position + 1} on. For groups write count, fields, or mean:, std:, min: or max: and a field, a - in front for descending: -count,mean:result"));
            return query;
        }

        if (sort.Count > SortStep.MostLevels)
        {
            problems.Add(new("sort", $"There may be {SortStep.MostLevels} fields; the first ones count."));
        }

        return WithSort(query, [.. sort.Take(SortStep.MostLevels)]);
    }

    /// <summary>The runs inside of the groups are sorted by the same fields, as far as a single run has what is compared.</summary>
    public static TableState WithSort(TableState query, IReadOnlyList<GroupSort> sort) => query with
    {
        GroupSort = sort,
        Sort =
        [
            .. sort.Where(level => level.Measure is not (GroupMeasure.Count or GroupMeasure.Std)).DistinctBy(level => level.Field)
                .Select(level => new RunSort(level.Field!, level.Descending)),
        ],
    };

    /// <summary>The expanded groups; those whose range of runs cannot be read are named among the problems.</summary>
    public static IReadOnlyList<string> Open(IReadOnlyList<string> open, List<TableProblem> problems)
    {
        var broken = open.Where(name => OpenGroup.Read(name) is null).ToList();
        problems.AddRange(broken.Take(MostFaults).Select(name => new TableProblem(
            "open", $"Ignored, “{Ellipsis.End(name, LongestQuote)}” names no runs of a group. Write the id of one of its runs, and which to show, {MemberRange.Most} at most: 27:51-100")));
        return [.. open.Except(broken)];
    }

    private static SeedKeys Seeds(string text, List<TableProblem> problems)
    {
        if (SeedKeys.TryParse(text, out var seeds, out var position))
        {
            return seeds;
        }

        problems.Add(new("seeds", $"Ignored, “{text}” cannot be read from character {position + 1} on. Write config keys with commas between: seed,data.split_seed"));
        return SeedKeys.ByName;
    }

    // The fields of a form come one by one.
    private static string Joined(StringValues values) => string.Join(',', values.Where(value => !string.IsNullOrWhiteSpace(value)));
}
