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

    private static readonly IReadOnlyList<(string Value, string Words)> UsualSmoothings =
    [
        ("", "none"), ("ema:0.6", "exponential, weak"), ("ema:0.9", "exponential"), ("ema:0.99", "exponential, strong"),
        ("gauss:5", "Gaussian over 5 points"), ("mean:11", "mean of 11 points"), ("median:11", "median of 11 points"),
    ];

    /// <summary>The smoothings to choose from, with the one that the address names.</summary>
    public static IEnumerable<(string Value, string Words)> Smoothings(string? chosen) =>
        chosen is null || UsualSmoothings.Any(one => one.Value == chosen) ? UsualSmoothings : [.. UsualSmoothings, (chosen, chosen)];

    /// <summary>How groups are drawn: "Line: mean; band: standard deviation; steps that a run lacks: its last value."</summary>
    public static string Of(GroupLook look) =>
        $"Line: {look.Mid} of the runs of a group. Band: {Bands.First(band => band.Band == look.Band).Words}. "
        + (look.Missing == "last"
            ? "Where a run has no point, its last value before counts."
            : "Only steps that all runs of a group have.");
}
