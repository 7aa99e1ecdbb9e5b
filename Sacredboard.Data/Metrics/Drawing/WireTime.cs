namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>
/// Rounds times to the decimals that a chart can show, because invisible digits are most of their size. A rounded time stays in its pixel
/// column, and times stay in their order.
/// </summary>
internal static class WireTime
{
    /// <summary>A column has at least so many places for times: enough for a chart that is stretched until it is asked for again.</summary>
    private const int PartsOfColumn = 64;

    /// <summary>Rounds x of seconds or milliseconds in place.</summary>
    /// <param name="x">Finite.</param>
    /// <param name="axis"><see cref="MetricAxis.Relative"/> or <see cref="MetricAxis.Time"/>; x of others stays as it is.</param>
    public static void Round(Span<double> x, PixelScale scale, MetricAxis axis)
    {
        // Charts tell times to the second, and no storage knows them below a microsecond.
        var (coarsest, finest) = axis switch
        {
            MetricAxis.Relative => (0, 6),
            MetricAxis.Time => (-3, 3),
            _ => (0, -1),
        };
        var column = (scale.To - scale.From) / scale.Columns;
        if (coarsest > finest || !scale.IsLinear || !double.IsFinite(column) || column <= 0)
        {
            return;
        }

        var decimals = Math.Clamp((int)Math.Ceiling(Math.Log10(PartsOfColumn / column)), coarsest, finest);
        foreach (ref var time in x)
        {
            time = Rounded(time, decimals, scale);
        }
    }

    private static double Rounded(double time, int decimals, PixelScale scale)
    {
        var column = scale.ColumnOrSide(time);
        var power = Math.Pow(10, Math.Abs(decimals));
        var units = decimals < 0 ? time / power : time * power;
        var nearest = Math.Round(units);

        // Beside an edge of a column the other neighbour is the one inside.
        foreach (var whole in (ReadOnlySpan<double>)[nearest, nearest > units ? nearest - 1 : nearest + 1])
        {
            // Dividing or multiplying by a power of ten gives the double nearest to the decimal number.
            var rounded = decimals < 0 ? whole * power : whole / power;
            if (double.IsFinite(rounded) && scale.ColumnOrSide(rounded) == column)
            {
                return rounded;
            }
        }

        return time;
    }
}
