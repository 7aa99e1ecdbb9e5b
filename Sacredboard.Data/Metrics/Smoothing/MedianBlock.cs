namespace Sacredboard.Data.Metrics.Smoothing;

/// <summary>
/// Some values with a list of those that are in the window, in ascending order, and a place in that list: so many values are
/// <see cref="Below"/> it.
/// </summary>
internal sealed class MedianBlock
{
    // Values are known by their index; the end of the list, which is also before its start, by the number of values.
    private readonly double[] _values;
    private readonly double[] _keys;
    private readonly int[] _order;
    private readonly int[] _ranks;
    private readonly int[] _next;
    private readonly int[] _previous;
    private int _end;
    private int _place;

    public MedianBlock(int capacity)
    {
        (_values, _keys) = (new double[capacity + 1], new double[capacity]);
        (_order, _ranks) = (new int[capacity], new int[capacity + 1]);
        (_next, _previous) = (new int[capacity + 1], new int[capacity + 1]);
    }

    /// <summary>The number of values in the list before the place.</summary>
    public int Below { get; private set; }

    /// <summary>The value at the place; infinite at the end.</summary>
    public double Value => _values[_place];

    /// <summary>The value behind the place; infinite when there is none.</summary>
    public double Next => _place == _end ? double.PositiveInfinity : _values[_next[_place]];

    /// <summary>All values are in the list, and the place is its start.</summary>
    public void Fill(ReadOnlySpan<double> values)
    {
        _end = values.Length;
        values.CopyTo(_values);
        values.CopyTo(_keys);
        _values[_end] = double.PositiveInfinity;
        for (var i = 0; i < _end; i++)
        {
            _order[i] = i;
        }

        Array.Sort(_keys, _order, 0, _end);
        var last = _end;
        for (var rank = 0; rank < _end; rank++)
        {
            var i = _order[rank];
            (_ranks[i], _next[last], _previous[i]) = (rank, i, last);
            last = i;
        }

        (_ranks[_end], _next[last], _previous[_end]) = (_end, _end, last);
        (_place, Below) = (_next[_end], 0);
    }

    /// <summary>Takes all values out, so that <see cref="Put"/> can bring them back from the first to the last.</summary>
    public void Empty()
    {
        for (var i = _end - 1; i >= 0; i--)
        {
            Unlink(i);
        }

        (_place, Below) = (_end, 0);
    }

    public void MoveTo(int below)
    {
        while (Below < below)
        {
            Advance();
        }
    }

    public void Advance()
    {
        _place = _next[_place];
        Below++;
    }

    /// <summary>Takes a value out of the list; the place is on the same value or, when that is the one, moves by one.</summary>
    public void Take(int i)
    {
        Unlink(i);
        if (_ranks[i] < _ranks[_place])
        {
            Below--;
        }
        else
        {
            _place = _place == i ? _next[i] : _place;
            if (Below > 0)
            {
                _place = _previous[_place];
                Below--;
            }
        }
    }

    /// <summary>Brings the value back that was taken out last of those that are out. As many values stay below the place.</summary>
    public void Put(int i)
    {
        (_next[_previous[i]], _previous[_next[i]]) = (i, i);
        if (_ranks[i] < _ranks[_place])
        {
            _place = _previous[_place];
        }
    }

    private void Unlink(int i)
    {
        _next[_previous[i]] = _next[i];
        _previous[_next[i]] = _previous[i];
    }
}
