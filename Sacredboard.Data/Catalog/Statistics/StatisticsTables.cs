using System.Globalization;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>All statistics in memory, within a budget. Not safe for concurrent use; its snapshots are immutable.</summary>
/// <param name="requests">The requests, which decide what is dropped first.</param>
/// <param name="budget">Maximum size in bytes.</param>
internal sealed class StatisticsTables(StatisticsRequests requests, long budget)
{
    private readonly Dictionary<MetricKey, StatisticsTableWriter> _tables = [];
    private MetricNames? _names;
    private bool _changed;
    private SnapshotStatistics? _view;

    /// <summary>The metrics of all runs; null while they are not known.</summary>
    public MetricNames? Names
    {
        get => _names;
        set
        {
            if (!Equals(value, _names))
            {
                (_names, _changed) = (value, true);
            }
        }
    }

    /// <summary>True when <see cref="View"/> returns new statistics.</summary>
    public bool IsChanged => _changed || _tables.Values.Any(table => table.IsChanged);

    /// <summary>Runs whose statistics must be computed, newest first.</summary>
    public List<CatalogRun> Due(MetricKey key, RunList runs) => Table(key).Due(runs);

    /// <summary>
    /// Drops the least recently requested statistics until those of so many runs fit; false when they cannot. Those of one metric are read
    /// whatever they take, or of very many runs none could ever be sorted by.
    /// </summary>
    public bool MakeRoom(MetricKey key, int runs)
    {
        var needed = ((runs / RunPiece.Size) + 1) * StatisticsPiece.MaxBytes(key);
        while (_tables.Where(entry => entry.Key != key).Sum(entry => entry.Value.Bytes) is > 0 and var others && others + needed > budget)
        {
            // Recently requested statistics are never dropped, or two pages would make them be computed again and again.
            var idle = _tables.Keys.Where(other => other != key && !requests.IsFresh(other)).ToList();
            if (idle.Count == 0)
            {
                SetProblem(key, string.Create(
                    CultureInfo.InvariantCulture,
                    $"There is no memory left for one more metric: statistics of {runs:N0} runs take up to {Megabytes(needed)} MB, and "
                        + $"MetricStatisticsMegabytes allows {Megabytes(budget)} MB. "
                        + $"They are read once others have not been asked for a minute."));
                return false;
            }

            _tables.Remove(idle.MinBy(requests.LastUse));
            _changed = true;
        }

        return true;
    }

    public void Put(MetricKey key, int slot, RunMetricStatistics found, long runVersion, long version) =>
        Table(key).Put(slot, found, runVersion, version);

    public void Remove(int slot)
    {
        foreach (var table in _tables.Values)
        {
            table.Remove(slot);
        }
    }

    /// <summary>Moves all statistics when the runs get other slots.</summary>
    /// <param name="oldSlots">The old slots, by new slot.</param>
    public void Renumber(IReadOnlyList<int> oldSlots)
    {
        foreach (var (key, table) in _tables.ToList())
        {
            _tables[key] = table.Renumbered(oldSlots);
        }
    }

    /// <param name="problem">Why no more statistics of this metric can be computed; null when they can.</param>
    public void SetProblem(MetricKey key, string? problem) => Table(key).Problem = problem;

    public SnapshotStatistics View()
    {
        if (_view is null || IsChanged)
        {
            _view = new(_tables.ToDictionary(entry => entry.Key, entry => entry.Value.Table()), _names, requests);
            _changed = false;
        }

        return _view;
    }

    private static long Megabytes(long bytes) => ((bytes - 1) >> 20) + 1;

    private StatisticsTableWriter Table(MetricKey key)
    {
        if (!_tables.TryGetValue(key, out var table))
        {
            _tables[key] = table = new(key);
        }

        return table;
    }
}
