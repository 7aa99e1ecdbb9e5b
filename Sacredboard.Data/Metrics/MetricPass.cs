namespace Sacredboard.Data.Metrics;

/// <summary>
/// A part of a metric that one line can show: its finite points sorted by x, and separately the points that cannot be drawn. Points with
/// equal x stay in stored order.
/// </summary>
public sealed class MetricPass
{
    private readonly double[] _markX;
    private readonly MetricMarkKind[] _markKinds;

    // Number of points of the line to the left of each mark; marks with the same number are neighbours.
    private readonly int[] _markPlaces;

    private MetricPass(double[] x, double[] y, Marks marks, int withoutX)
    {
        (X, Y, WithoutX) = (x, y, withoutX);
        (_markX, _markKinds, _markPlaces) = ([.. marks.X], [.. marks.Kinds], [.. marks.Places]);
        (From, To) = x.Length == 0 ? (double.NaN, double.NaN) : (x[0], x[^1]);
        if (_markX.Length > 0)
        {
            From = double.IsNaN(From) ? _markX[0] : Math.Min(From, _markX[0]);
            To = double.IsNaN(To) ? _markX[^1] : Math.Max(To, _markX[^1]);
        }
    }

    public double[] X { get; }

    public double[] Y { get; }

    /// <summary>Smallest x of all points, those that cannot be drawn included; NaN when there is none.</summary>
    public double From { get; }

    public double To { get; }

    /// <summary>Points whose x is not known.</summary>
    public int WithoutX { get; }

    /// <summary>Approximate size beyond the arrays of the series, in bytes.</summary>
    public long OwnBytes(MetricSeries series) =>
        (ReferenceEquals(Y, series.Values) ? 0 : 16L * X.Length) + (13L * _markX.Length);

    /// <param name="series">The points.</param>
    /// <param name="x">The steps or the times of the series.</param>
    /// <param name="start">The first point of the pass.</param>
    /// <param name="end">The point after its last one.</param>
    internal static MetricPass Of(MetricSeries series, double[] x, int start, int end)
    {
        if (start == 0 && end == x.Length && series.NotNumbers.Length == 0
            && XOrder.AllFinite(x) && XOrder.AllFinite(series.Values) && XOrder.IsAscending(x))
        {
            return new MetricPass(x, series.Values, new Marks(), 0);
        }

        var order = XOrder.Of(x, start, end);
        var (lineX, lineY, marks) = (new List<double>(order.Length), new List<double>(order.Length), new Marks());
        foreach (var i in order)
        {
            if (double.IsFinite(series.Values[i]))
            {
                lineX.Add(x[i]);
                lineY.Add(series.Values[i]);
            }
            else
            {
                marks.Add(x[i], KindOf(series, i), lineX.Count);
            }
        }

        return new MetricPass([.. lineX], [.. lineY], marks, end - start - order.Length);
    }

    /// <summary>The indices of the points to draw for a window, see <see cref="M4"/>; without columns all points in it.</summary>
    public int[] Select(double from, double to, int? columns)
    {
        if (columns is { } width)
        {
            return M4.Select(X, Y, from, to, width);
        }

        var (start, end) = M4.Window(X, from, to);
        var (left, right) = (Math.Max(start - 1, 0), Math.Min(end + 1, X.Length));
        return [.. Enumerable.Range(left, right - left)];
    }

    /// <summary>True when <see cref="Select"/> leaves out points of the window.</summary>
    public bool IsReduced(double from, double to, int? columns)
    {
        var (start, end) = M4.Window(X, from, to);
        return columns is { } width && end - start > 4L * width;
    }

    /// <summary>The indices in <paramref name="places"/> before which the line has a gap: points that cannot be drawn are there.</summary>
    public IEnumerable<int> Gaps(int[] places)
    {
        var mark = 0;
        for (var i = 1; i < places.Length; i++)
        {
            while (mark < _markPlaces.Length && _markPlaces[mark] <= places[i - 1])
            {
                mark++;
            }

            if (mark < _markPlaces.Length && _markPlaces[mark] <= places[i])
            {
                yield return i;
            }
        }
    }

    /// <summary>
    /// The points with an x that cannot be drawn, from left to right. Neighbours of one kind are one mark; with
    /// <paramref name="columns"/> also those of one kind in one pixel column.
    /// </summary>
    public IReadOnlyList<MetricMark> MarksIn(double from, double to, int? columns)
    {
        var marks = new List<MetricMark>();
        Span<int> open = [-1, -1, -1, -1];
        var scale = new PixelScale(from, to, columns ?? 1);
        var (start, end) = M4.Window(_markX, from, to);
        for (var i = start; i < end; i++)
        {
            var kind = _markKinds[i];
            var last = open[(int)kind];
            var joins = last >= 0
                && ((_markKinds[i - 1] == kind && _markPlaces[i - 1] == _markPlaces[i])
                    || (columns is not null && scale.Column(_markX[i]) == scale.Column(marks[last].To)));
            if (joins)
            {
                marks[last] = marks[last] with { To = _markX[i], Count = marks[last].Count + 1 };
            }
            else
            {
                open[(int)kind] = marks.Count;
                marks.Add(new MetricMark(_markX[i], _markX[i], kind, 1));
            }
        }

        return marks;
    }

    private static MetricMarkKind KindOf(MetricSeries series, int i) => series.Values[i] switch
    {
        double.PositiveInfinity => MetricMarkKind.PlusInfinity,
        double.NegativeInfinity => MetricMarkKind.MinusInfinity,
        _ => Array.BinarySearch(series.NotNumbers, i) >= 0 ? MetricMarkKind.NotANumber : MetricMarkKind.NaN,
    };

    private sealed class Marks
    {
        public List<double> X { get; } = [];

        public List<MetricMarkKind> Kinds { get; } = [];

        public List<int> Places { get; } = [];

        public void Add(double x, MetricMarkKind kind, int place)
        {
            X.Add(x);
            Kinds.Add(kind);
            Places.Add(place);
        }
    }
}
