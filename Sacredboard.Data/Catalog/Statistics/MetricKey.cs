using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>What is read at once: all statistics of a metric, or its values at one step.</summary>
/// <param name="Name">Of the metric.</param>
/// <param name="Step">Null for all statistics but the value at a step.</param>
internal readonly record struct MetricKey(string Name, double? Step)
{
    public static MetricKey Of(RunField field) => new(field.Path[0], field.Step);
}
