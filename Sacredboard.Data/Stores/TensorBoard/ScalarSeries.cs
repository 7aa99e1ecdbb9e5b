using System.Runtime.InteropServices;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>The points of one scalar tag, by ascending steps.</summary>
public sealed class ScalarSeries
{
    private readonly List<long> _steps = [];
    private readonly List<double> _times = [];
    private readonly List<double> _values = [];

    public int Count => _values.Count;

    public ReadOnlySpan<long> Steps => CollectionsMarshal.AsSpan(_steps);

    /// <summary>Seconds since 1970 UTC.</summary>
    public ReadOnlySpan<double> Times => CollectionsMarshal.AsSpan(_times);

    public ReadOnlySpan<double> Values => CollectionsMarshal.AsSpan(_values);

    /// <summary>Approximate size in bytes.</summary>
    internal long Size => 200 + (24L * _values.Capacity);

    /// <param name="step">Above all others, see <see cref="RemoveFrom"/>.</param>
    internal void Add(long step, double time, double value)
    {
        _steps.Add(step);
        _times.Add(time);
        _values.Add(value);
    }

    /// <summary>Removes the points at this and later steps; returns how many there were.</summary>
    internal int RemoveFrom(long step)
    {
        var (count, kept) = (_steps.Count, _steps.Count);
        while (kept > 0 && _steps[kept - 1] >= step)
        {
            kept--;
        }

        CollectionsMarshal.SetCount(_steps, kept);
        CollectionsMarshal.SetCount(_times, kept);
        CollectionsMarshal.SetCount(_values, kept);
        return count - kept;
    }
}
