using System.Globalization;
using System.Net;
using System.Text;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.RunAddress;

namespace Sacredboard.Web.Curves;

/// <summary>The curves of one chart as SVG, the same as a browser draws; at most as many points as one answer has.</summary>
/// <param name="curves">Drawn for <see cref="Columns"/> pixels.</param>
/// <param name="settings">The axes.</param>
/// <param name="hidden">The keys of curves that are left out.</param>
internal sealed class ChartSvg(CurvesModel curves, ChartSettings settings, IReadOnlyCollection<string> hidden)
{
    public const int Columns = 640;
    private const int Rows = 260;
    private const int Left = 68;
    private const int Top = 8;
    private const int Width = Left + Columns + 12;
    private const int Height = Top + Rows + 26;

    /// <summary>What the classes of charts look like, for a page and for a file of its own, in both themes.</summary>
    public static readonly string Style = """
        .chart { font: 12px system-ui, sans-serif; }
        .chart text { fill: #586475; }
        .chart .grid { stroke: #e9edf2; }
        .chart .curve { fill: none; stroke-width: 1.6; stroke-linejoin: round; stroke-linecap: round; }
        .chart .band { stroke: none; fill-opacity: 0.16; }
        .dashed { stroke-dasharray: 7 4; } .dotted { stroke-dasharray: 2 4; } .dash-dot { stroke-dasharray: 8 4 2 4; }

        """ + Colours("#0b5cc4 #c8500a #1a7f37 #b0268f #8a6100 #0a7568 #7a3fc0 #c4262e #586475 #5b6b00") + """
        @media (prefers-color-scheme: dark) {
        .chart text { fill: #98a6b8; }
        .chart .grid { stroke: #1d2632; }

        """ + Colours("#6db3ff #ff9d5c #46c35f #f08bd8 #dbab3a #3ccfbd #c49bff #ff8078 #98a6b8 #b5c94a") + "}\n";

    private readonly StringBuilder _svg = new();
    private readonly double _from = curves.From ?? 0;
    private readonly double _to = curves.To ?? 1;
    private readonly double _low = curves.Low ?? 0;
    private readonly double _high = curves.High ?? 1;

    /// <param name="label">What it shows, any text.</param>
    /// <param name="style">With its style, as a file of its own.</param>
    public string Write(string label, bool style)
    {
        _svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\"");
        _svg.Append(CultureInfo.InvariantCulture, $" viewBox=\"0 0 {Width} {Height}\"");
        _svg.Append(CultureInfo.InvariantCulture, $" width=\"{Width}\" height=\"{Height}\" role=\"img\" aria-label=\"{Encode(label)}\">");
        _svg.Append(style ? $"<style>{Style}</style>" : "");
        Axes();
        // What lies beyond the edges is not painted.
        _svg.Append(CultureInfo.InvariantCulture, $"<svg x=\"{Left}\" y=\"{Top}\" width=\"{Columns}\" height=\"{Rows}\">");
        foreach (var group in curves.Groups.Where(group => !hidden.Contains(group.Key)))
        {
            Band(group);
        }

        foreach (var group in curves.Groups.Where(group => !hidden.Contains(group.Key)))
        {
            Line(group.Colour, group.Dash, group.X, group.Mid, []);
        }

        foreach (var curve in curves.Curves.Where(curve => !hidden.Contains(curve.Run)))
        {
            var (x, y, breaks) = curve.Smoothed is { } smoothed
                ? (smoothed.X, smoothed.Y, smoothed.Breaks)
                : (curve.X, curve.Y, curve.Breaks);
            Line(curve.Colour, curve.Dash, x, y, breaks);
        }

        return _svg.Append("</svg></svg>").ToString();
    }

    private static string Colours(string colours) => string.Concat(colours.Split(' ').Select((colour, i) =>
        $".curve.c{i + 1} {{ stroke: {colour}; }} .band.c{i + 1} {{ fill: {colour}; }}\n"));

    // Characters that no XML may hold, as of a hostile name, are left out.
    private static string Encode(string text) => WebUtility.HtmlEncode(ValueText.Visible(text));

    private static double Share(double value, double low, double high, bool isLog) =>
        isLog && low > 0 ? Sparkline.Share(Math.Log(value), Math.Log(low), Math.Log(high)) : Sparkline.Share(value, low, high);

    private double X(double x) => Share(x, _from, _to, settings.LogX) * Columns;

    private double Y(double y) => (1 - Share(y, _low, _high, settings.LogY)) * Rows;

    private bool IsDrawn(double x, double y) => (!settings.LogX || x > 0) && (!settings.LogY || y > 0);

    private void Axes()
    {
        foreach (var tick in AxisTicks.Of(_low, _high, settings.LogY))
        {
            var y = Top + Y(tick);
            _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{Left} {y:0.#}h{Columns}\"/>");
            Text("end", Left - 6, y + 4, AxisTicks.Text(tick));
        }

        foreach (var tick in AxisTicks.Of(_from, _to, settings.LogX))
        {
            Text("middle", Left + X(tick), Top + Rows + 17, Along(tick));
        }
    }

    private void Text(string anchor, double x, double y, string text) => _svg.Append(
        CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{Encode(text)}</text>");

    private string Along(double x) => settings.X switch
    {
        "time" when x is > -6e13 and < 2.5e14 =>
            DateTime.UnixEpoch.AddMilliseconds(x).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture),
        "relative" when Math.Abs(x) < 9e11 => DurationText.Of(TimeSpan.FromSeconds(x)),
        _ => AxisTicks.Text(x),
    };

    private void Line(int colour, string dash, double[] x, double[] y, int[] breaks)
    {
        var (begins, isOpen) = (breaks.ToHashSet(), false);
        _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"curve c{colour} {dash}\" d=\"");
        for (var i = 0; i < x.Length; i++)
        {
            isOpen &= !begins.Contains(i);
            if (!IsDrawn(x[i], y[i]))
            {
                isOpen = false;
                continue;
            }

            Point(isOpen ? 'L' : 'M', x[i], y[i]);
            var isLast = i + 1 == x.Length || begins.Contains(i + 1);
            // A line of length 0 shows as a dot because of its round ends.
            _svg.Append(!isOpen && isLast ? "h0" : "");
            isOpen = true;
        }

        _svg.Append("\"/>");
    }

    private void Band(GroupCurveModel group)
    {
        int[] drawn = [.. Enumerable.Range(0, group.Low.Length).Where(i => IsDrawn(group.X[i], group.Mid[i]))];
        if (drawn.Length < 2)
        {
            return;
        }

        _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"band c{group.Colour}\" d=\"");
        foreach (var i in drawn)
        {
            Point(i == drawn[0] ? 'M' : 'L', group.X[i], group.High[i]);
        }

        foreach (var i in drawn.Reverse())
        {
            Point('L', group.X[i], settings.LogY ? Math.Max(group.Low[i], _low) : group.Low[i]);
        }

        _svg.Append("z\"/>");
    }

    // Far beyond the edges browsers lose digits.
    private void Point(char command, double x, double y) => _svg.Append(command).Append(
        CultureInfo.InvariantCulture,
        $"{Math.Clamp(X(x), -Columns, 2 * Columns):0.#} {Math.Clamp(Y(y), -Rows, 2 * Rows):0.#}");
}
