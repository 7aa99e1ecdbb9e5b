using System.Globalization;

namespace Sacredboard.Web.RunAddress;

/// <summary>A part of an axis of one chart: <c>training.loss:10:20</c>.</summary>
/// <param name="Chart">Its name: that of its metric.</param>
/// <param name="From">Lower edge in units of the axis.</param>
/// <param name="To">Upper edge.</param>
public sealed record ChartWindow(string Chart, double From, double To)
{
    /// <summary>Null if it is not a window. A name may contain colons, a number cannot.</summary>
    public static ChartWindow? Read(string? text) =>
        text?.Split(':') is [_, .., var from, var to] && text.Length is var length
        && TryRead(from, out var left) && TryRead(to, out var right) && left < right
            ? new(text[..(length - from.Length - to.Length - 2)], left, right)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Chart}:{From:R}:{To:R}");

    private static bool TryRead(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
