using System.Globalization;

namespace Sacredboard.Web.Formatting;

/// <summary>Round numbers along an axis.</summary>
public static class AxisTicks
{
    private const int Wanted = 5;

    /// <summary>The lowest and highest digits of steps: 1, 2 and 5 times a power of ten.</summary>
    private static readonly double[] Digits = [1, 2, 5, 10];

    /// <summary>About five; powers of ten on a logarithmic axis that has two.</summary>
    public static IReadOnlyList<double> Of(double low, double high, bool isLog)
    {
        if (isLog && low > 0)
        {
            var (first, last) = ((int)Math.Ceiling(Math.Log10(low)), (int)Math.Floor(Math.Log10(high)));
            if (last > first)
            {
                var each = Math.Max(1, (last - first + Wanted) / Wanted);
                return [.. Enumerable.Range(0, ((last - first) / each) + 1).Select(i => Math.Pow(10, first + (i * each)))];
            }
        }

        var rough = (high / Wanted) - (low / Wanted);
        if (!(rough > 0) || !double.IsFinite(rough))
        {
            return [low];
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = Digits.First(digit => digit * power >= rough) * power;
        var start = Math.Ceiling(low / step);
        return [.. Enumerable.Range(0, 2 * Wanted).Select(i => (start + i) * step).TakeWhile(tick => tick <= high)];
    }

    /// <summary>A tick without the noise of its computation: 0.3, not 0.30000000000000004.</summary>
    public static string Text(double tick) => NumberText.Short(double.Parse(
        tick.ToString("G12", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture));
}
