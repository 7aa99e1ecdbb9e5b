using System.Globalization;
using System.Text;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Web.Formatting;

/// <summary>A metric as a small curve without axes.</summary>
/// <param name="Name">The metric.</param>
/// <param name="Last">The last value.</param>
/// <param name="Path">An SVG path in a box of <see cref="Width"/> × <see cref="Height"/>; empty when there is nothing to draw.</param>
/// <param name="Hint">The tooltip: number of points and their range.</param>
public sealed record Sparkline(string Name, CellText Last, string Path, string Hint)
{
    public const int Width = 160;
    public const int Height = 36;
    private const int Columns = Width / 2;
    private const int Margin = 2;

    public static Sparkline Of(Metric metric, MetricPoints? points)
    {
        var hint = new StringBuilder($"{NumberText.Count(metric.Count)} points");
        if (metric is { Min: { } min, Max: { } max })
        {
            hint.Append(CultureInfo.InvariantCulture, $", {NumberText.Short(min)} to {NumberText.Short(max)}");
        }

        if (metric.NaN + metric.PlusInfinity + metric.MinusInfinity is > 0 and var odd)
        {
            hint.Append(CultureInfo.InvariantCulture, $", {NumberText.Count(odd)} not finite");
        }

        return new(
            metric.Name,
            ValueText.Cell(metric.Last),
            points is null ? "" : PathOf(points.Draw(new MetricWindow { Columns = Columns })),
            hint.ToString());
    }

    private static string PathOf(MetricDrawing line)
    {
        if (line.X.Length == 0)
        {
            return "";
        }

        var (left, right) = (line.X.Min(), line.X.Max());
        var (low, high) = (line.Y.Min(), line.Y.Max());
        var path = new StringBuilder();
        foreach (var (i, start) in line.Breaks.Prepend(0).Index())
        {
            var end = i < line.Breaks.Length ? line.Breaks[i] : line.X.Length;
            for (var place = start; place < end; place++)
            {
                var x = Margin + (Share(line.X[place], left, right) * (Width - (2 * Margin)));
                var y = Height - Margin - (Share(line.Y[place], low, high) * (Height - (2 * Margin)));
                path.Append(place == start ? 'M' : 'L').Append(CultureInfo.InvariantCulture, $"{x:0.#} {y:0.#}");
            }

            // A line of length 0 shows as a dot because of its round ends.
            path.Append(end - start == 1 ? "h0" : "");
        }

        return path.ToString();
    }

    // Halved first, because the range -1e308 to 1e308 overflows. A flat line is drawn in the middle.
    internal static double Share(double value, double low, double high) =>
        high > low ? ((value / 2) - (low / 2)) / ((high / 2) - (low / 2)) : 0.5;
}
