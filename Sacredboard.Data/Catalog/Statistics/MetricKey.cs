using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>The unit of reading: all statistics of a metric, or its values at one step.</summary>
/// <param name="Name">The name of the metric.</param>
/// <param name="Step">The step; null for all statistics but the value at a step.</param>
internal readonly record struct MetricKey(string Name, double? Step)
{
    public static MetricKey Of(RunField field) => new(field.Path[0], field.Step);
}
