using System.Globalization;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Plotting;

/// <summary>
/// Bounds of a range as one would type them: of all numbers or times between the last value outside and the first one inside, the one with
/// the shortest text.
/// </summary>
internal static class PlotBounds
{
    private const int MaxDigits = 17;

    private static readonly (long Ticks, string Format)[] Units =
    [
        (TimeSpan.TicksPerDay, "yyyy-MM-dd"), (TimeSpan.TicksPerMinute, "yyyy-MM-dd'T'HH:mm'Z'"),
        (TimeSpan.TicksPerSecond, "yyyy-MM-dd'T'HH:mm:ss'Z'"), (1, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"),
    ];

    /// <param name="inside">The number that must be inside.</param>
    /// <param name="outside">The next one that must not be; infinite for none.</param>
    public static QueryValue Number(double inside, double outside)
    {
        for (var digits = 1; digits < MaxDigits; digits++)
        {
            var rounded = Round(inside, digits, up: outside > inside);
            if (rounded == inside || (outside > inside ? rounded > inside && rounded < outside : rounded < inside && rounded > outside))
            {
                return QueryValue.Of(rounded);
            }
        }

        return QueryValue.Of(inside);
    }

    /// <param name="inside">The moment that must be inside, in ticks.</param>
    /// <param name="outside">The next one that must not be.</param>
    public static QueryValue Time(long inside, long outside)
    {
        foreach (var (ticks, format) in Units)
        {
            var rounded = inside - (inside % ticks) + (outside > inside && inside % ticks > 0 ? ticks : 0);
            if ((rounded == inside || (outside > inside ? rounded < outside : rounded > outside)) && rounded <= DateTime.MaxValue.Ticks)
            {
                return QueryValue.Of(new DateTime(rounded, DateTimeKind.Utc).ToString(format, CultureInfo.InvariantCulture));
            }
        }

        throw new InvalidOperationException("Every moment is a whole number of ticks.");
    }

    // To so many digits, away from the other numbers inside.
    private static double Round(double number, int digits, bool up)
    {
        var text = number.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var near = double.Parse(text, CultureInfo.InvariantCulture);
        if (near == number || near > number == up)
        {
            return near;
        }

        // One step of the last digit further; "E-005" is its exponent.
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var step = double.Parse(text[(mark + 1)..], CultureInfo.InvariantCulture) - (digits - 1);
        return double.Parse(
            (decimal.Parse(text[..mark].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) + (up ? 1 : -1))
                .ToString(CultureInfo.InvariantCulture) + "E" + step.ToString(CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture);
    }
}
