using System.Globalization;
using Sacredboard.Data.Metrics;

namespace Sacredboard.Web.RunAddress;

/// <summary>How the charts of a run are drawn, as the address of its page says.</summary>
public sealed record ChartSettings
{
    public const string AxisName = "x";
    public const string LogName = "log";
    public const string ZoomName = "zoom";

    private const int MaxZooms = 50;

    public MetricAxis Axis { get; init; }

    /// <summary>The y axis is logarithmic.</summary>
    public bool Log { get; init; }

    /// <summary>The charts that show only a window.</summary>
    public IReadOnlyList<ChartZoom> Zooms { get; init; } = [];

    /// <summary>What cannot be read is left out.</summary>
    public static ChartSettings Read(IQueryCollection parameters) => new()
    {
        Axis = parameters[AxisName].LastOrDefault() switch
        {
            "relative" => MetricAxis.Relative,
            "time" => MetricAxis.Time,
            _ => MetricAxis.Step,
        },
        Log = parameters[LogName].LastOrDefault() == "true",
        Zooms = [.. parameters[ZoomName].Select(ChartZoom.Read).OfType<ChartZoom>().DistinctBy(zoom => zoom.Metric).Take(MaxZooms)],
    };

    /// <summary>The parameters of an address with these settings; defaults are left out.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        if (Axis != MetricAxis.Step)
        {
            yield return new(AxisName, Axis.ToString().ToLowerInvariant());
        }

        if (Log)
        {
            yield return new(LogName, "true");
        }

        foreach (var zoom in Zooms)
        {
            yield return new(ZoomName, zoom.ToString());
        }
    }
}

/// <summary>The window of one chart: <c>training.loss:10:20</c>.</summary>
/// <param name="From">Left edge in units of the x axis.</param>
/// <param name="To">Right edge.</param>
public sealed record ChartZoom(string Metric, double From, double To)
{
    /// <summary>Null if it is not a window. A name may contain colons, a number cannot.</summary>
    public static ChartZoom? Read(string? text) =>
        text?.Split(':') is [_, .., var from, var to] && text.Length is var length
        && TryRead(from, out var left) && TryRead(to, out var right) && left < right
            ? new(text[..(length - from.Length - to.Length - 2)], left, right)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Metric}:{From:R}:{To:R}");

    private static bool TryRead(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
