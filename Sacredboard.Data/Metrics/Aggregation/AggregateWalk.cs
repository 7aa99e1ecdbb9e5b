using System.Runtime.InteropServices;
using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Data.Metrics.Aggregation;

/// <summary>Walks along every x of several curves at once, with the values of those that count there.</summary>
internal sealed class AggregateWalk
{
    private readonly CurvePoints[] _curves;
    private readonly MissingPoints _missing;

    // Of each curve: its next point, the x of it (infinite behind the last one), and the place of its value (-1 when it does not count).
    private readonly int[] _places;
    private readonly double[] _next;
    private readonly int[] _slots;

    // The values that count, close together so that they are added up quickly, and the curve that each belongs to.
    private readonly double[] _values;
    private readonly int[] _owners;
    private readonly List<int> _ended = [];

    public AggregateWalk(IReadOnlyList<CurvePoints> curves, MissingPoints missing)
    {
        // A curve without points has none anywhere, so that with it no x is one that all have.
        _curves = missing == MissingPoints.All && curves.Any(curve => curve.X.IsEmpty) ? [] : [.. curves.Where(curve => !curve.X.IsEmpty)];
        _missing = missing;
        var count = _curves.Length;
        (_places, _slots, _owners) = (new int[count], new int[count], new int[count]);
        (_values, _next) = (new double[count], new double[count]);
        Array.Fill(_slots, -1);
        for (var i = 0; i < count; i++)
        {
            MoveTo(i, 0);
        }
    }

    public double X { get; private set; }

    /// <summary>The number of curves that may count.</summary>
    public int Capacity => _values.Length;

    /// <summary>The number of curves that count.</summary>
    public int Count { get; private set; }

    /// <summary>The values of the curves that count, in no order.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan(0, Count);

    /// <summary>The values that came, went or changed with the last step, and what they were before; null where there is none.</summary>
    public List<(double? Old, double? New)> Changes { get; } = [];

    /// <summary>Begins at the last x left of an edge that is shown, or at the first one of all.</summary>
    public void StartBefore(double edge)
    {
        var start = _missing == MissingPoints.All ? SharedBefore(edge) : LastBefore(edge);
        for (var curve = 0; curve < _curves.Length && !double.IsNaN(start); curve++)
        {
            var x = _curves[curve].X.Span;
            MoveTo(curve, M4.Window(x, start, start).Start);
            if (_missing == MissingPoints.Last && _places[curve] is > 0 and var place && place < x.Length)
            {
                Set(curve, _curves[curve].Y.Span[place - 1]);
            }
        }
    }

    public bool MoveNext()
    {
        Changes.Clear();
        foreach (var curve in _ended)
        {
            Remove(curve);
        }

        _ended.Clear();
        if (_curves.Length == 0)
        {
            return false;
        }

        X = _missing == MissingPoints.All ? NextShared() : Bounds.Min(_next);
        if (double.IsPositiveInfinity(X))
        {
            return false;
        }

        // Compared as bits, because that is done for several curves at once.
        var next = MemoryMarshal.Cast<double, long>(_next);
        var bits = BitConverter.DoubleToInt64Bits(X);
        for (var curve = 0; next[curve..].IndexOf(bits) is >= 0 and var step;)
        {
            Take(curve + step);
            curve += step + 1;
        }

        return true;
    }

    private void Take(int curve)
    {
        var x = _curves[curve].X.Span;
        var place = _places[curve] + 1;
        while (place < x.Length && x[place] == X)
        {
            place++;
        }

        Set(curve, _curves[curve].Y.Span[place - 1]);
        MoveTo(curve, place);
        if (place == x.Length)
        {
            _ended.Add(curve);
        }
    }

    private void MoveTo(int curve, int place)
    {
        var x = _curves[curve].X.Span;
        // -0 becomes 0, so that equal numbers have equal bits.
        (_places[curve], _next[curve]) = (place, place < x.Length ? x[place] + 0.0 : double.PositiveInfinity);
    }

    private void Set(int curve, double value)
    {
        var slot = _slots[curve];
        if (slot < 0)
        {
            slot = _slots[curve] = Count++;
            _owners[slot] = curve;
            Changes.Add((null, value));
        }
        else
        {
            Changes.Add((_values[slot], value));
        }

        _values[slot] = value;
    }

    private void Remove(int curve)
    {
        var (slot, last) = (_slots[curve], --Count);
        Changes.Add((_values[slot], null));
        (_values[slot], _owners[slot]) = (_values[last], _owners[last]);
        (_slots[_owners[slot]], _slots[curve]) = (slot, -1);
    }

    // All curves are moved on to the farthest of their next points, until they meet at one.
    private double NextShared()
    {
        while (true)
        {
            var (least, greatest) = (Bounds.Min(_next), Bounds.Max(_next));
            if (least == greatest || double.IsPositiveInfinity(greatest))
            {
                return greatest;
            }

            for (var curve = 0; curve < _next.Length; curve++)
            {
                var x = _curves[curve].X.Span;
                var place = _places[curve];
                while (place < x.Length && x[place] < greatest)
                {
                    place++;
                }

                MoveTo(curve, place);
            }
        }
    }

    private double LastBefore(double edge)
    {
        var last = double.NaN;
        foreach (var curve in _curves)
        {
            var x = curve.X.Span;
            if (M4.Window(x, edge, edge).Start is > 0 and var place)
            {
                last = x[place - 1] <= last ? last : x[place - 1];
            }
        }

        return last;
    }

    // All curves go back to the nearest of their points, until they meet at one.
    private double SharedBefore(double edge)
    {
        var last = LastBefore(edge);
        while (true)
        {
            var nearest = last;
            foreach (var curve in _curves)
            {
                var x = curve.X.Span;
                if (M4.Window(x, last, last).End is not (> 0 and var place))
                {
                    return double.NaN;
                }

                nearest = Math.Min(nearest, x[place - 1]);
            }

            if (nearest == last || double.IsNaN(last))
            {
                return last;
            }

            last = nearest;
        }
    }
}
