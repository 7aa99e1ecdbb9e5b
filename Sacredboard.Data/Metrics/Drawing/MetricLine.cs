namespace Sacredboard.Data.Metrics.Drawing;

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

    /// <summary>The points that were left out because later ones have their steps.</summary>
    public RepeatedSteps Repeated { get; private init; } = RepeatedSteps.None;

    /// <inheritdoc cref="MetricPass.OwnBytes"/>
    public long OwnBytes(MetricSeries series) => Passes.Sum(pass => pass.OwnBytes(series));

    /// <summary>All points; a line for each pass.</summary>
    /// <param name="series">The points. Its steps say where a pass ends, on every axis.</param>
    /// <param name="x">x of each point, NaN where it is not known.</param>
    /// <param name="along">What the line goes along: <paramref name="x"/>, or the steps.</param>
    public static MetricLine Recorded(MetricSeries series, double[] x, double[] along)
    {
        var starts = MetricPasses.Of(series.Steps);
        var source = new PassSource(series, x, along, null);
        return new([.. starts.Select((start, i) => source.Pass(start, i + 1 < starts.Length ? starts[i + 1] : x.Length))]);
    }

    /// <summary>Of each step the point that was recorded last, as one line.</summary>
    /// <inheritdoc cref="Recorded"/>
    public static MetricLine OfLast(MetricSeries series, double[] x, double[] along)
    {
        var (overwritten, repeated) = LastWrites.Of(series.Steps);
        return new([new PassSource(series, x, along, overwritten).Pass(0, x.Length)]) { Repeated = repeated };
    }

    /// <summary>The same with other passes.</summary>
    internal MetricLine With(Func<MetricPass, MetricPass> change) => new([.. Passes.Select(change)]) { Repeated = Repeated };

    /// <summary>
    /// The points that cannot be drawn, from left to right, see <see cref="PassMarks.In"/>. Points without x come last, whatever the
    /// window is.
    /// </summary>
    public IReadOnlyList<MetricMark> MarksIn(PixelScale scale, bool columns)
    {
        var marks = Passes.SelectMany(pass => pass.Marks.In(scale, columns)).OrderBy(mark => mark.X).ToList();
        AddWithoutPlace(marks, MetricMarkKind.NoX, Passes.Sum(pass => pass.WithoutX));
        AddWithoutPlace(marks, MetricMarkKind.NotPositiveX, Passes.Sum(pass => pass.NotAbove));
        return marks;
    }

    private static void AddWithoutPlace(List<MetricMark> marks, MetricMarkKind kind, int count)
    {
        if (count > 0)
        {
            marks.Add(new MetricMark(double.NaN, double.NaN, kind, count));
        }
    }
}
