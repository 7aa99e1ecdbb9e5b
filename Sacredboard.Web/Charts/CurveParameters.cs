using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Web.Charts;

/// <summary>The parameters of the API that say how curves are drawn, as written.</summary>
public sealed record CurveParameters
{
    /// <summary>The value of <see cref="Join"/> that joins curves.</summary>
    public const string Continued = "continued";

    private const string MetricPrefix = "metric:";

    [FromQuery(Name = "x")]
    [Description("step (default), relative (seconds since the run started), time (milliseconds since 1970 UTC), or metric:NAME, the value "
        + "of another metric of the run at the same step.")]
    public string? X { get; init; }

    [FromQuery(Name = "xscale")]
    [Description("linear (default) or log. On a logarithmic axis points whose x is 0 or below are counted in marks.")]
    public string? XScale { get; init; }

    [FromQuery(Name = "from")]
    [Description("Left edge of the window in units of x; the first point when left out. For time also an ISO 8601 time.")]
    public string? From { get; init; }

    [FromQuery(Name = "to")]
    [Description("Right edge of the window.")]
    public string? To { get; init; }

    [FromQuery(Name = "columns")]
    [Description("Width of the chart in pixels, 1 to 20000; without it all points are given.")]
    public int? Columns { get; init; }

    [FromQuery(Name = "rows")]
    [Description("Height of the chart in pixels, 1 to 20000; 300 when left out.")]
    public int? Rows { get; init; }

    [FromQuery(Name = "order")]
    [Description("What is drawn when steps were recorded again: recorded (all points, the line begins anew), last (of each step the point "
        + "recorded last), or auto (default: recorded when no step is below the one before, otherwise last).")]
    public string? Order { get; init; }

    [FromQuery(Name = "join")]
    [Description("continued: the curve begins with those of the runs that this run went on from (setting ContinuesField), joined on step: "
        + "of each run the points before the first step of those after it. Left out: only its own points.")]
    public string? Join { get; init; }

    [FromQuery(Name = "smooth")]
    [Description("ema:0.9, twema:0.9, gauss:5, mean:11 or median:11: gives the smoothed curve too, made of all points before columns.")]
    public string? Smooth { get; init; }

    [FromQuery(Name = "yscale")]
    [Description("linear (default) or log. On a logarithmic axis values of 0 or below are marks.")]
    public string? YScale { get; init; }

    [FromQuery(Name = "yrange")]
    [Description("full (default) or robust: the y axis leaves out the few points that would press all others into a flat line; hidden says "
        + "how many.")]
    public string? YRange { get; init; }

    [FromQuery(Name = "low")]
    [Description("Lower edge of the y axis; one that fits the points when left out.")]
    public double? Low { get; init; }

    [FromQuery(Name = "high")]
    [Description("Upper edge of the y axis; one that fits the points when left out.")]
    public double? High { get; init; }

    [FromQuery(Name = "grow")]
    [Description("true for a metric that grows: to, low and high are moved outward to round numbers, so that they stay the same for a "
        + "while.")]
    public bool? Grow { get; init; }

    [FromQuery(Name = "compact")]
    [Description("true for a smaller answer: without points that no pixel of columns and rows shows, times rounded within their pixel "
        + "column, and differences in dx and dy instead of x and y where these are shorter.")]
    public bool? Compact { get; init; }

    /// <summary>The other metric of the x axis; null for other axes.</summary>
    internal string? XMetric => X?.StartsWith(MetricPrefix, StringComparison.Ordinal) == true ? X[MetricPrefix.Length..] : null;

    /// <summary>Whether curves of continued runs are joined.</summary>
    internal bool IsJoined => Join == Continued;

    /// <summary>The parameters of an address, or of a body with the same names.</summary>
    internal static CurveParameters Of(IQueryCollection parameters)
    {
        return new()
        {
            X = Text("x"),
            XScale = Text("xscale"),
            From = Text("from"),
            To = Text("to"),
            Columns = Whole("columns"),
            Rows = Whole("rows"),
            Order = Text("order"),
            Join = Text("join"),
            Smooth = Text("smooth"),
            YScale = Text("yscale"),
            YRange = Text("yrange"),
            Low = Number("low"),
            High = Number("high"),
            Grow = Text("grow") is "true" or "True",
            Compact = Text("compact") is "true" or "True",
        };

        string? Text(string name) => parameters[name].LastOrDefault();

        // What is no number is no number that may be given, and so is refused.
        double? Number(string name) => Text(name) is not { Length: > 0 } text ? null
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

        int? Whole(string name) => Text(name) is not { Length: > 0 } text ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }

    /// <summary>The window, without what depends on the run.</summary>
    /// <returns>What could not be read, or null.</returns>
    internal CurveProblem? TryRead(out MetricWindow window)
    {
        var reader = new CurveParameterReader();
        window = new()
        {
            Axis = XMetric is null ? reader.Choice("x", X, [MetricAxis.Step, MetricAxis.Relative, MetricAxis.Time]) : MetricAxis.Metric,
            XScale = reader.Choice("xscale", XScale, Enum.GetValues<AxisScale>()),
            Columns = reader.Pixels("columns", Columns),
            Rows = reader.Pixels("rows", Rows) ?? MetricWindow.UsualRows,
            Smooth = reader.Smoothing("smooth", Smooth),
            Order = reader.Choice("order", Order, Enum.GetValues<PointOrder>()),
            YScale = reader.Choice("yscale", YScale, Enum.GetValues<AxisScale>()),
            YRange = reader.Choice("yrange", YRange, Enum.GetValues<ValueRange>()),
            Grow = Grow ?? false,
            Lean = Compact ?? false,
        };
        window = window with
        {
            From = reader.Edge("from", From, window.Axis),
            To = reader.Edge("to", To, window.Axis),
            Low = reader.Finite("low", Low),
            High = reader.Finite("high", High),
        };
        reader.OnlyWord("join", Join, Continued);
        reader.InOrder("from", window.From, "to", window.To, window.XScale, mayBeEqual: true);
        reader.InOrder("low", window.Low, "high", window.High, window.YScale, mayBeEqual: false);
        return reader.Problem;
    }
}
