namespace Sacredboard.Data.Metrics;

/// <summary>A metric along one axis: a line for each of its passes, see <see cref="MetricPasses"/>.</summary>
public sealed class MetricLine
{
    private MetricLine(IReadOnlyList<MetricPass> passes)
    {
        Passes = passes;
        var placed = passes.Where(pass => !double.IsNaN(pass.From)).ToList();
        (From, To) = placed.Count == 0 ? (double.NaN, double.NaN) : (placed.Min(pass => pass.From), placed.Max(pass => pass.To));
    }

    /// <summary>In the order in which they were recorded, at least one.</summary>
    public IReadOnlyList<MetricPass> Passes { get; }

    /// <summary>Smallest x of all points, those that cannot be drawn included; NaN when there is none.</summary>
    public double From { get; }

    public double To { get; }

    /// <inheritdoc cref="MetricPass.OwnBytes"/>
    public long OwnBytes(MetricSeries series) => Passes.Sum(pass => pass.OwnBytes(series));

    /// <param name="series">The points. Its steps say where a pass ends, on every axis.</param>
    /// <param name="x">The steps or the times of the series.</param>
    public static MetricLine Of(MetricSeries series, double[] x)
    {
        var starts = MetricPasses.Of(series.Steps);
        return new([.. starts.Select((start, i) => MetricPass.Of(series, x, start, i + 1 < starts.Length ? starts[i + 1] : x.Length))]);
    }

    /// <summary>
    /// The points that cannot be drawn, from left to right, see <see cref="MetricPass.MarksIn"/>. Points without x come last, whatever the
    /// window is.
    /// </summary>
    public IReadOnlyList<MetricMark> MarksIn(double from, double to, int? columns)
    {
        var marks = Passes.SelectMany(pass => pass.MarksIn(from, to, columns)).OrderBy(mark => mark.X).ToList();
        if (Passes.Sum(pass => pass.WithoutX) is > 0 and var without)
        {
            marks.Add(new MetricMark(double.NaN, double.NaN, MetricMarkKind.NoX, without));
        }

        return marks;
    }
}
