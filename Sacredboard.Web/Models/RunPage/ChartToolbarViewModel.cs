using Sacredboard.Web.RunAddress;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>The controls of all charts of a page.</summary>
/// <param name="Settings">What is chosen.</param>
/// <param name="Names">The metrics of the page: one of them may be the x axis.</param>
/// <param name="Run">The charts of a run, which can be combined; null on other pages.</param>
public sealed record ChartToolbarViewModel(ChartSettings Settings, IEnumerable<string> Names, RunMetricsViewModel? Run = null)
{
    /// <summary>Some of the runs may have gone on from others.</summary>
    public bool CanJoin { get; init; }

    /// <summary>Names that the field for the x axis suggests.</summary>
    public const int MostSuggestions = 300;

    /// <summary>The kinds of smoothing, as the API and readers call them.</summary>
    public static IReadOnlyList<(string Kind, string Name)> Smoothings { get; } =
    [
        ("ema", "exponential"),
        ("twema", "exponential in time"),
        ("gauss", "Gaussian"),
        ("mean", "running mean"),
        ("median", "running median"),
    ];
}
