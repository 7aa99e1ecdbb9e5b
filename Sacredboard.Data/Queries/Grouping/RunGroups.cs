namespace Sacredboard.Data.Queries.Grouping;

/// <summary>Runs divided into groups, which are numbered in the order of their newest runs.</summary>
/// <param name="slots">The slots of the runs, group by group, within a group in the order of the runs.</param>
/// <param name="starts">The start of each group in <paramref name="slots"/>, and the end of the last one.</param>
/// <param name="asGiven">All slots in the order of the runs.</param>
/// <param name="groupOf">The number of the group of each of <paramref name="asGiven"/>; null where there are many groups.</param>
internal sealed class RunGroups(int[] slots, int[] starts, int[] asGiven, byte[]? groupOf)
{
    // Of more groups each has so few runs that nobody reads all of them at a time.
    private const int MostNumbered = byte.MaxValue + 1;

    /// <summary>The slots of all runs, in their order.</summary>
    public ReadOnlySpan<int> AsGiven => asGiven;

    /// <summary>The number of the group of each of <see cref="AsGiven"/>; null where there are many groups.</summary>
    public byte[]? GroupOf => groupOf;

    public int Count => starts.Length - 1;

    public ReadOnlySpan<int> this[int group] => slots.AsSpan(starts[group]..starts[group + 1]);

    public int SizeOf(int group) => starts[group + 1] - starts[group];

    /// <summary>The number of the group of a run, or -1.</summary>
    public int Find(int slot)
    {
        var place = slots.AsSpan().IndexOf(slot);
        if (place < 0)
        {
            return -1;
        }

        var group = Array.BinarySearch(starts, place);
        return group >= 0 ? group : ~group - 1;
    }

    /// <param name="slots">The slots of the runs, in any order.</param>
    /// <param name="groups">The number of the group of each run, from 0 without gaps.</param>
    public static RunGroups Of(int[] slots, ReadOnlySpan<int> groups, int count)
    {
        var starts = new int[count + 1];
        foreach (var group in groups)
        {
            starts[group + 1]++;
        }

        for (var group = 0; group < count; group++)
        {
            starts[group + 1] += starts[group];
        }

        var next = starts.AsSpan(0, count).ToArray();
        var sorted = new int[slots.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            sorted[next[groups[i]]++] = slots[i];
        }

        return new(sorted, starts, slots, count <= MostNumbered ? Numbered(groups) : null);
    }

    private static byte[] Numbered(ReadOnlySpan<int> groups)
    {
        var numbered = new byte[groups.Length];
        for (var i = 0; i < groups.Length; i++)
        {
            numbered[i] = (byte)groups[i];
        }

        return numbered;
    }
}
