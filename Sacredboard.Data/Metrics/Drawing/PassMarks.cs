using System.Runtime.InteropServices;

namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>The points of a pass that have an x and cannot be drawn, in the order of the line.</summary>
internal sealed class PassMarks
{
    private readonly List<double> _x = [];
    private readonly List<MetricMarkKind> _kinds = [];

    // Number of points of the line before each mark; marks with the same number are neighbours.
    private readonly List<int> _places = [];

    public int Count => _x.Count;

    /// <summary>The indices of the points of the line that no line joins to the point before, ascending; with repeats.</summary>
    public ReadOnlySpan<int> Gaps => CollectionsMarshal.AsSpan(_places);

    /// <summary>Smallest x; NaN without marks.</summary>
    public double From { get; private set; } = double.NaN;

    public double To { get; private set; } = double.NaN;

    public double X(int mark) => _x[mark];

    public MetricMarkKind Kind(int mark) => _kinds[mark];

    public int Place(int mark) => _places[mark];

    /// <param name="place">Number of points of the line before it.</param>
    public void Add(double x, MetricMarkKind kind, int place)
    {
        _x.Add(x);
        _kinds.Add(kind);
        _places.Add(place);
        (From, To) = Count == 1 ? (x, x) : (Math.Min(From, x), Math.Max(To, x));
    }

    /// <summary>The indices in <paramref name="places"/> before which the line has a gap: points that cannot be drawn are there.</summary>
    public void AddGaps(ReadOnlySpan<int> places, int start, List<int> gaps)
    {
        var mark = 0;
        for (var i = 1; i < places.Length && mark < Count; i++)
        {
            while (mark < Count && _places[mark] <= places[i - 1])
            {
                mark++;
            }

            if (mark < Count && _places[mark] <= places[i])
            {
                gaps.Add(start + i);
            }
        }
    }

    /// <summary>
    /// The marks in a window. Neighbours of one kind are one mark; with <paramref name="columns"/> also those of one kind in one pixel
    /// column.
    /// </summary>
    public List<MetricMark> In(PixelScale scale, bool columns)
    {
        var marks = new List<MetricMark>();
        Span<int> open = stackalloc int[Enum.GetValues<MetricMarkKind>().Length];
        open.Fill(-1);
        for (var i = 0; i < Count; i++)
        {
            var (x, kind) = (_x[i], _kinds[i]);
            if (x < scale.From || x > scale.To)
            {
                continue;
            }

            var last = open[(int)kind];
            var joins = last >= 0
                && ((_kinds[i - 1] == kind && _places[i - 1] == _places[i])
                    || (columns && scale.Column(x) == scale.Column(marks[last].To)));
            if (joins)
            {
                var mark = marks[last];
                marks[last] = mark with { X = Math.Min(mark.X, x), To = Math.Max(mark.To, x), Count = mark.Count + 1 };
            }
            else
            {
                open[(int)kind] = marks.Count;
                marks.Add(new MetricMark(x, x, kind, 1));
            }
        }

        return marks;
    }
}
