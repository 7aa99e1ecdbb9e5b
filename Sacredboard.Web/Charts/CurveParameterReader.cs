using System.Globalization;
using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Data.Metrics.Smoothing;

namespace Sacredboard.Web.Charts;

/// <summary>Reads single parameters of curves, and remembers the first one that cannot be read.</summary>
internal sealed class CurveParameterReader
{
    private const int MaxPixels = 20_000;

    public CurveProblem? Problem { get; private set; }

    /// <summary>One of a few words; the first when left out.</summary>
    public T Choice<T>(string name, string? text, IReadOnlyList<T> all)
        where T : struct, Enum
    {
        var words = all.Select(one => one.ToString().ToLowerInvariant()).ToList();
        var found = string.IsNullOrEmpty(text) ? 0 : words.IndexOf(text.ToLowerInvariant());
        if (found < 0)
        {
            var metric = typeof(T) == typeof(MetricAxis) ? ", or metric: and a name" : "";
            Refuse(name, $"It is one of {string.Join(", ", words)}{metric}.");
        }

        return all[Math.Max(found, 0)];
    }

    /// <summary>Checks a text that is left out or has this one value.</summary>
    public void OnlyWord(string name, string? text, string word)
    {
        if (!string.IsNullOrEmpty(text) && text != word)
        {
            Refuse(name, $"It is {word}, or left out.");
        }
    }

    public int? Pixels(string name, int? number)
    {
        if (number is < 1 or > MaxPixels)
        {
            Refuse(name, $"It is a number from 1 to {MaxPixels}.");
        }

        return number;
    }

    public double? Finite(string name, double? number)
    {
        if (number is { } given && !double.IsFinite(given))
        {
            Refuse(name, "It is a finite number.");
        }

        return number;
    }

    public Smoother? Smoothing(string name, string? text)
    {
        Smoother? smoother = null;
        if (string.IsNullOrEmpty(text) || Smoother.TryParse(text, out smoother))
        {
            return smoother;
        }

        Refuse(
            name,
            "It is ema: or twema: with a weight of at least 0 and below 1, gauss: with a standard deviation of at most 1000 points, or "
                + "mean: or median: with a window of at most 10001 points.");
        return null;
    }

    /// <summary>A place on the x axis: a number, on a time axis also a time.</summary>
    public double? Edge(string name, string? text, MetricAxis axis)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        if (axis == MetricAxis.Time && DateTime.TryParse(text, CultureInfo.InvariantCulture, Utc, out var time))
        {
            return (time - DateTime.UnixEpoch).TotalMilliseconds;
        }

        Refuse(name, axis == MetricAxis.Time ? "It is a finite number or an ISO 8601 time." : "It is a finite number.");
        return null;
    }

    /// <summary>Checks that edges are in order, and above 0 on a logarithmic axis.</summary>
    public void InOrder(string lowName, double? low, string highName, double? high, AxisScale scale, bool mayBeEqual)
    {
        if (low > high || (low == high && low is not null && !mayBeEqual))
        {
            Refuse(highName, $"It is {(mayBeEqual ? "not below" : "above")} {lowName}.");
        }

        if (scale == AxisScale.Log && (low <= 0 || high <= 0))
        {
            Refuse(low <= 0 ? lowName : highName, "It is above 0, because the axis is logarithmic.");
        }
    }

    private void Refuse(string name, string detail) => Problem ??= new(name, detail);
}
