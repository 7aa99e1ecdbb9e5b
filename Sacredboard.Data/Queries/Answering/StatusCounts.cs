using System.Runtime.InteropServices;

namespace Sacredboard.Data.Queries.Answering;

/// <summary>Counts runs by status; most frequent first.</summary>
internal sealed class StatusCounts
{
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>True when no run was counted.</summary>
    public bool IsEmpty => _counts.Count == 0;

    public void Add(string status, int runs)
    {
        if (runs > 0)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, status, out _) += runs;
        }
    }

    public IReadOnlyList<StatusCount> ToList() =>
        [.. _counts.OrderByDescending(entry => entry.Value)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => new StatusCount(entry.Key, entry.Value))];
}
