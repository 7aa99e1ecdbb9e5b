namespace Sacredboard.Data.Metrics;

/// <summary>Exact figures over all points of a metric, whatever part of it is shown.</summary>
/// <param name="Count">All points.</param>
/// <param name="Finite">Those with a finite value.</param>
/// <param name="NaN">Values that are NaN.</param>
/// <param name="Infinite">Values that are plus or minus infinity.</param>
/// <param name="NotNumbers">Values that are no numbers.</param>
/// <param name="Min">Over the finite values, like <paramref name="Max"/>; null when there are none.</param>
/// <param name="Max">The highest.</param>
public sealed record MetricTotals(int Count, int Finite, int NaN, int Infinite, int NotNumbers, double? Min, double? Max)
{
    public static MetricTotals Of(MetricSeries series)
    {
        var (finite, nan, min, max) = (0, 0, double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in series.Values)
        {
            if (double.IsFinite(value))
            {
                finite++;
                (min, max) = (value < min ? value : min, value > max ? value : max);
            }
            else if (double.IsNaN(value))
            {
                nan++;
            }
        }

        var texts = series.NotNumbers.Length;
        return new(
            series.Count, finite, nan - texts, series.Count - finite - nan, texts, finite > 0 ? min : null, finite > 0 ? max : null);
    }
}
