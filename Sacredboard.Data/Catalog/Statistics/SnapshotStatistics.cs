using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>The statistics of a snapshot. Reading one requests it, so that missing ones are computed in the background.</summary>
internal sealed class SnapshotStatistics(
    IReadOnlyDictionary<MetricKey, StatisticsTable> tables,
    MetricNames? names,
    StatisticsRequests requests)
{
    /// <summary>Null while they are not known.</summary>
    public IReadOnlyList<MetricName>? Names
    {
        get
        {
            requests.UseNames();
            return names?.All;
        }
    }

    /// <summary>The same without requesting them.</summary>
    public MetricNames? LatestNames => names;

    /// <summary>The same, but only requested anew when many runs came or none had a metric: listing them may take long.</summary>
    /// <param name="runs">Number of all runs.</param>
    public IReadOnlyList<MetricName>? KnownNames(int runs) => names is { All.Count: > 0 } && !names.IsOutdated(runs) ? names.All : Names;

    /// <summary>For an answer that is wrong while some runs are missing.</summary>
    public StatisticColumn Column(RunField field) => new(Table(field), field.Statistic!.Value);

    /// <summary>The same for cells that say themselves when they are not known yet: read without haste.</summary>
    public StatisticColumn Shown(RunField field)
    {
        var key = MetricKey.Of(field);
        requests.Show(key);
        return new(tables.GetValueOrDefault(key), field.Statistic!.Value);
    }

    /// <summary>The progress of computing those of the fields that are statistics.</summary>
    /// <param name="fields">Any fields.</param>
    /// <param name="total">Number of all runs.</param>
    public IReadOnlyList<StatisticsProgress> Progress(IEnumerable<RunField> fields, int total) =>
    [
        .. fields.Where(field => field.Root == FieldRoot.Metric)
            .DistinctBy(MetricKey.Of)
            .Select(field => Table(field) is { } table
                ? new StatisticsProgress(field, table.Known, total, table.Unreadable, table.Problem)
                : new StatisticsProgress(field, 0, total, 0, null)),
    ];

    /// <summary>Renews the requests when a cached result that depends on these is used again.</summary>
    public void Use(IReadOnlyList<RunField> fields)
    {
        foreach (var field in fields)
        {
            requests.Use(MetricKey.Of(field));
        }
    }

    private StatisticsTable? Table(RunField field)
    {
        var key = MetricKey.Of(field);
        requests.Use(key);
        return tables.GetValueOrDefault(key);
    }
}
