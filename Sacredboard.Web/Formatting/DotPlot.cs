using System.Globalization;
using Sacredboard.Data.Comparing;

namespace Sacredboard.Web.Formatting;

/// <summary>The numbers of one group as dots on a line, with the 95 % interval of their mean: SVG paths in a box of pixels.</summary>
/// <param name="Dots">Lines of length 0 with round ends, one for each number.</param>
/// <param name="Interval">Empty for fewer than <see cref="GroupComparison.MinRuns"/> numbers.</param>
/// <param name="Mean">Empty without numbers.</param>
public sealed record DotPlot(string Dots, string Interval, string Mean)
{
    public const int Width = 220;
    public const int Height = 22;
    private const int Margin = 5;
    private const int DotsAt = 7;
    private const int IntervalAt = 16;

    /// <summary>The number of its colour, see <see cref="RunStyle.Colour"/>.</summary>
    public int Colour { get; private init; } = 1;

    /// <summary>The same in words.</summary>
    public string Label { get; private init; } = "";

    /// <param name="sample">The numbers.</param>
    /// <param name="low">The left edge.</param>
    /// <param name="high">The right edge.</param>
    /// <param name="colour">The number of its colour.</param>
    public static DotPlot Of(Sample sample, double low, double high, int colour = 1)
    {
        var interval = sample.Count >= GroupComparison.MinRuns ? sample.MeanInterval : null;
        return new(
            string.Concat(sample.Sorted.ToArray().Select(X).Distinct().Select(x => $"M{x} {DotsAt}h0")),
            interval is { } edges ? $"M{X(edges.Low)} {IntervalAt}H{X(edges.High)}" : "",
            sample.Count == 0 ? "" : $"M{X(sample.Mean)} {IntervalAt - 5}v10")
        {
            Colour = colour,
            Label = $"{NumberText.Count(sample.Count)} values: mean {NumberText.Short(sample.Mean)}, "
                + $"median {NumberText.Short(sample.Median)}",
        };

        string X(double value) =>
            (Margin + (Sparkline.Share(value, low, high) * (Width - (2 * Margin)))).ToString("0.#", CultureInfo.InvariantCulture);
    }
}
