using Sacredboard.Data.Runs;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>One chart of the run page: of one metric, or of several that were combined.</summary>
/// <param name="Name">Names it in the address; for one metric the metric's name.</param>
/// <param name="Metrics">At least one.</param>
public sealed record RunChart(string Name, IReadOnlyList<RunMetric> Metrics)
{
    public RunChart(RunMetric metric)
        : this(metric.Metric.Name, [metric])
    {
    }

    public string Title { get; init; } = Metrics.Count == 1 ? Metrics[0].Name : ValueText.Visible(Name);

    public bool IsCombined => Metrics.Count > 1;

    /// <summary>It stands before all others.</summary>
    public bool IsPinned { get; init; }

    public bool Drawable => Metrics.Any(metric => metric.Drawable);

    public bool IsFromInfo => Metrics.All(metric => metric.Metric.IsFromInfo);

    public bool IsFromTensorBoard => Metrics.All(metric => metric.Metric.IsFromTensorBoard);

    public long Points => Metrics.Sum(metric => (long)metric.Metric.Count);

    public string Count => Points == 1 ? "1 point" : $"{NumberText.Count(Points)} points";

    /// <summary>Why nothing can be drawn by step, or null.</summary>
    public string? Problem => Metrics.Any(metric => metric.Problem is null) ? null : Metrics[0].Problem;

    /// <summary>What the lines do not show or join, or null.</summary>
    public string? NotDrawn => !IsCombined ? Metrics[0].NotDrawn
        : string.Join("; ", from metric in Metrics where metric.NotDrawn is not null select $"{metric.Name}: {metric.NotDrawn}") is
        { Length: > 0 } text ? text : null;

    /// <summary>Its statistics in one line.</summary>
    public string Summary => string.Join(
        ", ",
        from metric in Metrics
        from statistic in metric.Statistics
        where statistic.Name != "last"
        select $"{statistic.Name} {statistic.Value.Text}");

    /// <summary>The description for screen readers.</summary>
    public string Label => IsCombined ? $"{Title}: {string.Join(" ", Metrics.Select(metric => metric.Label))}" : Metrics[0].Label;

    /// <summary>Names its elements in the page.</summary>
    public string Key { get; } = (Metrics.Count > 1 ? "together-" : "") + UrlSegment.Encode(Name);
}

/// <summary>Charts that stand together under one heading.</summary>
public sealed record RunChartGroup(string Name, string Title, IReadOnlyList<RunChart> Charts);
