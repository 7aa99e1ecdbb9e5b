namespace Sacredboard.Data.Differences;

/// <summary>The items that both of two lists have exactly once.</summary>
internal static class UniqueItems
{
    /// <summary>Where they are in both lists: the longest series of them that is in the same order in both.</summary>
    public static IReadOnlyList<(int Before, int After)> InOrder(int[] before, Range inBefore, int[] after, Range inAfter)
    {
        // Of each item of the second list its place; -1 for one that it has twice.
        var places = new Dictionary<int, int>();
        for (var i = inAfter.Start.Value; i < inAfter.End.Value; i++)
        {
            places[after[i]] = places.ContainsKey(after[i]) ? -1 : i;
        }

        var once = new Dictionary<int, bool>();
        for (var i = inBefore.Start.Value; i < inBefore.End.Value; i++)
        {
            once[before[i]] = !once.ContainsKey(before[i]);
        }

        return Longest([.. Enumerable.Range(inBefore.Start.Value, inBefore.End.Value - inBefore.Start.Value)
            .Where(i => once[before[i]] && places.TryGetValue(before[i], out var place) && place >= 0)
            .Select(i => (i, places[before[i]]))]);
    }

    // Patience sorting: the tops of the piles grow, and each card knows the top of the pile before its own.
    private static List<(int Before, int After)> Longest(IReadOnlyList<(int Before, int After)> pairs)
    {
        var tops = new List<int>();
        var tails = new List<int>();
        var previous = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var pile = tails.BinarySearch(pairs[i].After) is var found && found < 0 ? ~found : found;
            previous[i] = pile > 0 ? tops[pile - 1] : -1;
            if (pile == tops.Count)
            {
                tops.Add(i);
                tails.Add(pairs[i].After);
            }
            else
            {
                (tops[pile], tails[pile]) = (i, pairs[i].After);
            }
        }

        var series = new List<(int, int)>();
        for (var i = tops.Count > 0 ? tops[^1] : -1; i >= 0; i = previous[i])
        {
            series.Add(pairs[i]);
        }

        series.Reverse();
        return series;
    }
}
