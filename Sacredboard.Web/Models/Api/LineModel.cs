using System.ComponentModel;
using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Web.Models.Api;

[Description("A curve as two columns of equal length.")]
public sealed record LineModel
{
    [Description("As x of the series.")]
    public required double[] X { get; init; }

    [Description("As dx of the series.")]
    public long[]? Dx { get; init; }

    [Description("As xDecimals of the series.")]
    public int? XDecimals { get; init; }

    [Description("One value for each x, rounded as y of the series.")]
    public required double[] Y { get; init; }

    [Description("As dy of the series.")]
    public long[]? Dy { get; init; }

    [Description("As yDecimals of the series.")]
    public int? YDecimals { get; init; }

    [Description("As breaks of the series.")]
    public required int[] Breaks { get; init; }

    /// <param name="line">The points.</param>
    /// <param name="compact">With differences where these are shorter.</param>
    public static LineModel Of(DrawnLine line, bool compact)
    {
        var x = compact ? PackedNumbers.Of(line.X, back: 1) : null;

        // The lowest and the highest points of a noisy curve take turns.
        var y = compact && PackedNumbers.Of(line.Y, back: 2) is { IsShort: true } packed ? packed : null;
        return new()
        {
            X = x is null ? line.X : [],
            Dx = x?.Differences,
            XDecimals = x?.Decimals,
            Y = y is null ? line.Y : [],
            Dy = y?.Differences,
            YDecimals = y?.Decimals,
            Breaks = line.Breaks,
        };
    }
}
