namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>Numbers of few digits near others, for the edges of axes.</summary>
internal static class RoundNumber
{
    // Edges of windows that grow: at most a quarter of the window is empty.
    private static readonly double[] Spans = [1, 1.2, 1.4, 1.7, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 10, 12];

    /// <summary>The step between edges of a range: a thousandth of its order of magnitude, or a fifth when edges are to stay.</summary>
    public static double UnitOf(double range, bool coarse)
    {
        var power = PowerOf(range);
        return coarse ? power / 5 : power / 1000;
    }

    public static double Down(double value, double unit) => Multiple(value, unit, Math.Floor(value / unit), -1);

    public static double Up(double value, double unit) => Multiple(value, unit, Math.Ceiling(value / unit), 1);

    /// <summary>
    /// A number of three digits not above a number above 0; with <paramref name="coarse"/> 1, 2 or 5 times a power of ten.
    /// </summary>
    public static double Below(double value, bool coarse)
    {
        var power = PowerOf(value);
        var digits = value / power;
        var rounded = coarse ? (digits >= 5 ? 5 : digits >= 2 ? 2 : 1) * power : Down(value, power / 100);
        return rounded > 0 && rounded <= value ? rounded : value > 0 ? value : double.Epsilon;
    }

    /// <summary>The same not below it.</summary>
    public static double Above(double value, bool coarse)
    {
        if (!double.IsFinite(value))
        {
            return double.MaxValue;
        }

        var power = PowerOf(value);
        var digits = value / power;
        var rounded = coarse ? (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10) * power : Up(value, power / 100);
        return double.IsFinite(rounded) && rounded >= value ? rounded : value;
    }

    /// <summary>A length of two digits that is at least a thirtieth longer than a length above 0.</summary>
    public static double Span(double span)
    {
        var power = PowerOf(span);
        foreach (var one in Spans)
        {
            if (one * power * 30 > span * 31)
            {
                return one * power;
            }
        }

        return span * 1.2;
    }

    private static double PowerOf(double value) => value > 0 ? Math.Pow(10, Math.Floor(Math.Log10(value))) : 0;

    // Dividing by whole numbers gives doubles that are printed without more digits.
    private static double Multiple(double value, double unit, double times, int direction)
    {
        var inverse = Math.Round(1 / unit);
        var rounded = unit < 1 && inverse < 1e15 ? times / inverse : times * unit;
        var isBeyond = direction < 0 ? rounded <= value : rounded >= value;
        return double.IsFinite(rounded) && isBeyond ? rounded : value;
    }
}
