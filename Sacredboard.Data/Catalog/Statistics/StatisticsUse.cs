using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>The statistics of a snapshot for one query; records which of them are used.</summary>
internal sealed class StatisticsUse(SnapshotStatistics statistics)
{
    private readonly HashSet<RunField> _fields = [];

    public SnapshotStatistics Snapshot => statistics;

    public IReadOnlyList<RunField> Fields => [.. _fields];

    public StatisticColumn Column(RunField field)
    {
        _fields.Add(field);
        return statistics.Column(field);
    }
}
