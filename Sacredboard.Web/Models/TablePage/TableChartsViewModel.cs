using Sacredboard.Data.Runs;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.TablePage;

/// <summary>The chart beside a table.</summary>
/// <param name="Metric">The metric that it shows; null when the source has none.</param>
/// <param name="CurvesUrl">Where scripts ask for the curves of the rows.</param>
/// <param name="Metrics">The metrics to choose from.</param>
/// <param name="OffUrl">The table without it.</param>
/// <param name="CompareUrl">The page that compares the same runs in all metrics.</param>
public sealed record TableChartsViewModel(
    string? Metric, string CurvesUrl, IReadOnlyList<string> Metrics, string OffUrl, string CompareUrl)
{
    /// <summary>The rows are groups: their means and bands are drawn.</summary>
    public required bool AreGroups { get; init; }

    /// <summary>The curves begin with those of the runs that their runs went on from.</summary>
    public required bool IsJoined { get; init; }

    /// <summary>The table with curves that do, or do not; null where no run went on from another.</summary>
    public required string? JoinUrl { get; init; }

    public string Key => UrlSegment.Encode(Metric ?? "");

    public string Name => NameOf(Metric ?? "");

    public static string NameOf(string metric) => metric.Length == 0 ? "(no name)" : ValueText.Visible(metric);
}
