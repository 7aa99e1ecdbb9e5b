using Sacredboard.Data.Runs;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Compare;

/// <summary>The chart of one metric of all runs that are compared.</summary>
/// <param name="Metric">The name of the metric, any text.</param>
/// <param name="Share">How many of the runs have it, in words; null where that is not known.</param>
public sealed record CompareChart(string Metric, string? Share)
{
    /// <summary>Names its elements in the page.</summary>
    public string Key { get; } = UrlSegment.Encode(Metric);

    public string Name { get; } = Metric.Length == 0 ? "(no name)" : ValueText.Visible(Metric);
}

/// <summary>The charts of a comparison.</summary>
/// <param name="Charts">Of the metrics that the runs have: those of most runs first.</param>
/// <param name="Others">Of metrics of other runs of the source, which some of many runs may have too.</param>
public sealed record CompareCharts(IReadOnlyList<CompareChart> Charts, IReadOnlyList<CompareChart> Others) : CompareTabContent
{
    public IEnumerable<string> Names => Charts.Concat(Others).Select(chart => chart.Metric);
}
