using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>The statistics of metrics that a snapshot has. Whoever reads one requests it to be there: what is not is computed in the background.</summary>
internal sealed class SnapshotStatistics(IReadOnlyDictionary<MetricKey, StatisticsTable> tables, IReadOnlyList<MetricName>? names, StatisticsRequests requests)
{
    /// <summary>Null while they are not known.</summary>
    public IReadOnlyList<MetricName>? Names
    {
        get
        {
            requests.UseNames();
            return names;
        }
    }

    public StatisticColumn Column(RunField field) => new(Table(field), field.Statistic!.Value);

    /// <summary>How far the statistics are that these fields are.</summary>
    /// <param name="fields">Any; those that are no statistics are left out.</param>
    /// <param name="total">How many runs there are.</param>
    public IReadOnlyList<StatisticsProgress> Progress(IEnumerable<RunField> fields, int total) =>
    [
        .. fields.Where(field => field.Root == FieldRoot.Metric)
            .DistinctBy(MetricKey.Of)
            .Select(field => Table(field) is { } table
                ? new StatisticsProgress(field, table.Known, total, table.Unreadable, table.Problem)
                : new StatisticsProgress(field, 0, total, 0, null)),
    ];

    /// <summary>To be called when an answer made of these is given again.</summary>
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
