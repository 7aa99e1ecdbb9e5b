using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>The summaries of metrics that a snapshot has. Whoever reads one wishes it to be there: what is not is computed in the background.</summary>
internal sealed class SummaryView(IReadOnlyDictionary<MetricKey, SummaryTable> tables, IReadOnlyList<MetricName>? names, SummaryWishes wishes)
{
    /// <summary>Null while they are not known.</summary>
    public IReadOnlyList<MetricName>? Names
    {
        get
        {
            wishes.UseNames();
            return names;
        }
    }

    public SummaryColumn Column(RunField field) => new(Table(field), field.Summary!.Value);

    /// <summary>How far the summaries are that these fields are.</summary>
    /// <param name="fields">Any; those that are no summaries are left out.</param>
    /// <param name="total">How many runs there are.</param>
    public IReadOnlyList<SummaryProgress> Progress(IEnumerable<RunField> fields, int total) =>
    [
        .. fields.Where(field => field.Root == FieldRoot.Metric)
            .DistinctBy(MetricKey.Of)
            .Select(field => Table(field) is { } table
                ? new SummaryProgress(field, table.Known, total, table.Unreadable, table.Problem)
                : new SummaryProgress(field, 0, total, 0, null)),
    ];

    /// <summary>To be called when an answer made of these is given again.</summary>
    public void Use(IReadOnlyList<RunField> fields)
    {
        foreach (var field in fields)
        {
            wishes.Use(MetricKey.Of(field));
        }
    }

    private SummaryTable? Table(RunField field)
    {
        var key = MetricKey.Of(field);
        wishes.Use(key);
        return tables.GetValueOrDefault(key);
    }
}
