using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Table;

/// <summary>
/// Reads the parameters of a table of groups: <c>group</c>, <c>seeds</c>, and <c>sort</c> and <c>open</c>, which differ for groups.
/// </summary>
internal static class GroupParameters
{
    private const int MaxFaults = 5;

    public static TableState ReadGroup(TableState state, ParameterValues values)
    {
        var text = values.Joined;
        if (text.Length == 0)
        {
            return state;
        }

        if (RunGrouping.TryParse(text, out var grouping, out var position))
        {
            return state with { Grouping = grouping };
        }

        values.Ignore(
            text, position, $"Write config, or up to {RunGrouping.MaxKeys} fields with commas between: experiment,optimizer.name");
        return state;
    }

    public static TableState ReadSeeds(TableState state, ParameterValues values)
    {
        var text = values.Joined;
        if (state.Grouping is null || text.Length == 0)
        {
            return state;
        }

        if (SeedKeys.TryParse(text, out var seeds, out var position))
        {
            return state with { Grouping = state.Grouping with { Seeds = seeds } };
        }

        values.Ignore(text, position, "Write config keys with commas between: seed,data.split_seed");
        return state;
    }

    public static TableState ReadSort(TableState state, ParameterValues values)
    {
        var text = values.One();
        if (GroupSort.TryParse(text, out var sort, out var position))
        {
            return state.SortedBy(values.AtMost(SortStep.MaxLevels, sort));
        }

        values.Ignore(
            text,
            position,
            "For groups write count, fields, or mean:, std:, min: or max: and a field, a - in front for descending: -count,mean:result");
        return state;
    }

    /// <summary>The expanded groups. A range of runs that cannot be read is added to the problems.</summary>
    public static IReadOnlyList<string> Open(IReadOnlyList<string> open, ParameterValues values)
    {
        var broken = open.Where(name => OpenGroup.Read(name) is null).ToList();
        foreach (var name in broken.Take(MaxFaults))
        {
            values.Ignore(
                $"“{Ellipsis.End(name, ParameterValues.MaxQuote)}” is not an expanded group. "
                + $"Write the id of one of its runs and the runs to show, at most {MemberRange.MaxRuns}: 27:51-100");
        }

        return [.. open.Except(broken)];
    }
}
