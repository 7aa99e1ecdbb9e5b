using Sacredboard.Web.Compare;
using Sacredboard.Web.Curves;

namespace Sacredboard.Web.Models.Compare;

/// <summary>The choices of a comparison in words.</summary>
public static class CompareWords
{
    public static readonly IReadOnlyList<(string Band, string Words)> Bands =
    [
        ("std", "standard deviation"), ("sem", "standard error"), ("ci", "95 % interval"), ("range", "lowest to highest"),
        ("quartiles", "quartiles"), ("none", "none"),
    ];

    public static readonly IReadOnlyList<(ComparedKeys Keys, string Words)> Keys =
        [(ComparedKeys.Differ, "that differ"), (ComparedKeys.All, "all"), (ComparedKeys.Same, "that are the same")];

    /// <summary>The formats of the table by the ends of their file names.</summary>
    public static readonly IReadOnlyList<(string Ending, string Words)> Files = [("md", "Markdown"), ("tex", "LaTeX"), ("csv", "CSV")];

    /// <summary><c>lower</c> or <c>higher</c>, as addresses name it; null when it is not known.</summary>
    public static string? Goal(bool? isLowerBetter) => isLowerBetter is { } lower ? lower ? "lower" : "higher" : null;

    public static readonly IReadOnlyList<(PictureOverlay Overlay, string Words)> Overlays =
        [(PictureOverlay.None, "side by side"), (PictureOverlay.Blink, "blink"), (PictureOverlay.Difference, "difference")];

    public static string Title(CompareTab tab) => tab switch
    {
        CompareTab.Metrics => "Metrics",
        CompareTab.Table => "Table",
        CompareTab.Scatter => "Scatter",
        CompareTab.Parallel => "Parallel coordinates",
        CompareTab.Significance => "Significance",
        CompareTab.Importance => "Importance",
        CompareTab.Config => "Config",
        CompareTab.Output => "Output",
        CompareTab.Sources => "Sources",
        CompareTab.Environment => "Environment",
        CompareTab.Images => "Images",
        var other => throw new ArgumentOutOfRangeException(nameof(tab), other, "This tab has no title."),
    };

    /// <summary>How groups are drawn: "Line: mean; band: standard deviation; steps that a run lacks: its last value."</summary>
    public static string Of(GroupLook look) =>
        $"Line: {look.Mid} of the runs of a group. Band: {Bands.First(band => band.Band == look.Band).Words}. "
        + (look.Missing == "last"
            ? "Where a run has no point, its last value before counts."
            : "Only steps that all runs of a group have.");
}
