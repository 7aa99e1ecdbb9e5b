using System.Runtime.InteropServices;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>The points of one scalar tag, in the order in which they were logged.</summary>
public sealed class ScalarSeries
{
    private readonly List<long> _steps = [];
    private readonly List<double> _times = [];
    private readonly List<double> _values = [];
    private long _highest = long.MinValue;
    private bool _isAscending = true;

    public int Count => _values.Count;

    public ReadOnlySpan<long> Steps => CollectionsMarshal.AsSpan(_steps);

    /// <summary>Seconds since 1970 UTC.</summary>
    public ReadOnlySpan<double> Times => CollectionsMarshal.AsSpan(_times);

    public ReadOnlySpan<double> Values => CollectionsMarshal.AsSpan(_values);

    /// <summary>Approximate size in bytes.</summary>
    internal long Size => 200 + (24L * _values.Capacity);

    internal void Add(long step, double time, double value)
    {
        _isAscending &= step >= _highest;
        _highest = Math.Max(_highest, step);
        _steps.Add(step);
        _times.Add(time);
        _values.Add(value);
    }

    /// <summary>Removes the points at this and later steps.</summary>
    internal void Purge(long step)
    {
        if (_highest < step)
        {
            return;
        }

        var kept = _isAscending ? FirstFrom(step) : Compact(step);
        CollectionsMarshal.SetCount(_steps, kept);
        CollectionsMarshal.SetCount(_times, kept);
        CollectionsMarshal.SetCount(_values, kept);
        _highest = kept == 0 ? long.MinValue : _isAscending ? _steps[^1] : _steps.Max();
    }

    private int FirstFrom(long step)
    {
        var index = _steps.Count;
        while (index > 0 && _steps[index - 1] >= step)
        {
            index--;
        }

        return index;
    }

    private int Compact(long step)
    {
        var kept = 0;
        for (var i = 0; i < _steps.Count; i++)
        {
            if (_steps[i] < step)
            {
                (_steps[kept], _times[kept], _values[kept]) = (_steps[i], _times[i], _values[i]);
                kept++;
            }
        }

        return kept;
    }
}
