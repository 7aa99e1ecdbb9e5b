using System.Runtime.InteropServices;

namespace Sacredboard.Data.Querying;

/// <summary>Counts runs by status word; most frequent first.</summary>
internal sealed class StatusCounts
{
    private readonly Dictionary<string, (int Count, bool Wanted)> _counts = [];

    /// <summary>Counts one; true when its status is one of those wanted (null: all).</summary>
    public bool Add(string status, HashSet<string>? wanted)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, status, out var known);
        if (!known)
        {
            entry.Wanted = wanted is null || wanted.Contains(status);
        }

        entry.Count++;
        return entry.Wanted;
    }

    public IReadOnlyList<StatusCount> ToList() =>
        [.. _counts.OrderByDescending(entry => entry.Value.Count).ThenBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new StatusCount(entry.Key, entry.Value.Count))];
}
