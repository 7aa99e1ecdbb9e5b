using Sacredboard.Web.RunAddress;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>The Metrics tab.</summary>
/// <param name="Settings">Of all charts.</param>
/// <param name="Logs">Pictures, texts and distributions, shown below the charts.</param>
public sealed record RunMetricsViewModel(IReadOnlyList<RunChartGroup> Groups, ChartSettings Settings, RunLogsViewModel Logs) : RunTabContent
{
    private const int ManyCharts = 200;

    /// <summary>What is wrong with the expression that combines metrics, or null.</summary>
    public string? CombineProblem { get; init; }

    /// <summary>The observer of the storage, if it stores no metrics.</summary>
    public string? ObserverWithoutMetrics { get; init; }

    /// <summary>The run went on from another one, whose curves its own can be joined with.</summary>
    public bool IsContinued { get; init; }

    /// <summary>Of all metrics: one of them may be the x axis.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public IEnumerable<RunChart> Charts => Groups.SelectMany(group => group.Charts);

    public int ChartCount => Groups.Sum(group => group.Charts.Count);

    /// <summary>There are so many charts that each must be light.</summary>
    public bool AreMany => ChartCount > ManyCharts;

    public long Points => Charts.Sum(chart => chart.Points);
}
