using Microsoft.Extensions.Primitives;
using Sacredboard.Data.Querying;
using Sacredboard.Data.Querying.Grouping;

namespace Sacredboard.Web.Models.Runs.Groups;

/// <summary>The parameters of the table's URL that are about groups: <c>group</c>, <c>seeds</c>, and what <c>sort</c> means with them.</summary>
public static class GroupParameters
{
    private const int MaxSort = 8;

    public static bool Has(string name) => name is "group" or "seeds";

    /// <summary>What the runs are grouped by; null when that is not asked for, or cannot be understood and is named among the problems.</summary>
    public static RunGrouping? Read(IQueryCollection parameters, List<RunListProblem> problems)
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
    public static RunListQuery WithSort(RunListQuery query, string text, List<RunListProblem> problems)
    {
        if (!GroupSort.TryParse(text, out var sort, out var position))
        {
            problems.Add(new("sort", $"Ignored, “{text}” cannot be read from character {position + 1} on. For groups write count, fields, or mean:, std:, min: or max: and a field, a - in front for descending: -count,mean:result"));
            return query;
        }

        if (sort.Count > MaxSort)
        {
            problems.Add(new("sort", $"There may be {MaxSort} fields; the first ones count."));
        }

        return WithSort(query, [.. sort.Take(MaxSort)]);
    }

    /// <summary>The runs inside of the groups are sorted by the same fields.</summary>
    public static RunListQuery WithSort(RunListQuery query, IReadOnlyList<GroupSort> sort) => query with
    {
        GroupSort = sort,
        Sort = [.. sort.Where(level => level.Measure == GroupMeasure.Value).Select(level => new RunSort(level.Field!, level.Descending))],
    };

    /// <summary>A step from one order of runs to the next.</summary>
    public static RunListQuery WithSort(RunListQuery query, IReadOnlyList<RunSort> sort) => query.Grouping is null
        ? query with { Sort = sort }
        : WithSort(query, [.. sort.Select(level => new GroupSort(GroupMeasure.Value, level.Field, level.Descending))]);

    private static SeedKeys Seeds(string text, List<RunListProblem> problems)
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
