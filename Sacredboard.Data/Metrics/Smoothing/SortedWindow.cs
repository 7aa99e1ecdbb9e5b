using Sacredboard.Data.Comparing;

namespace Sacredboard.Data.Metrics.Smoothing;

/// <summary>The values of a window in ascending order.</summary>
internal sealed class SortedWindow
{
    private readonly double[] _values;
    private int _count;

    /// <param name="capacity">The greatest number of values.</param>
    public SortedWindow(int capacity) => _values = new double[capacity];

    /// <param name="values">The first values.</param>
    /// <param name="capacity">The greatest number of values.</param>
    public SortedWindow(ReadOnlySpan<double> values, int capacity)
        : this(capacity) => Fill(values);

    public double Median
    {
        get
        {
            var upper = _values[_count / 2];
            return _count % 2 == 1 ? upper : (_values[(_count / 2) - 1] + upper) / 2;
        }
    }

    /// <inheritdoc cref="Sample.Quantile"/>
    public double Quantile(double share) => Sample.Quantile(_values.AsSpan(0, _count), share);

    /// <summary>Replaces all values.</summary>
    public void Fill(ReadOnlySpan<double> values)
    {
        _count = values.Length;
        values.CopyTo(_values);
        Array.Sort(_values, 0, _count);
    }

    public void Add(double value)
    {
        var place = CountBelow(value);
        Array.Copy(_values, place, _values, place + 1, _count - place);
        _values[place] = value;
        _count++;
    }

    public void Remove(double value)
    {
        var place = CountBelow(value);
        _count--;
        Array.Copy(_values, place + 1, _values, place, _count - place);
    }

    public void Replace(double old, double value)
    {
        var (from, to) = (CountBelow(old), CountBelow(value));
        if (to > from)
        {
            to--;
            Array.Copy(_values, from + 1, _values, from, to - from);
        }
        else
        {
            Array.Copy(_values, to, _values, to + 1, from - to);
        }

        _values[to] = value;
    }

    // Without jumps that depend on the values: of noise, half of them would be guessed wrong.
    private int CountBelow(double value)
    {
        var (place, length) = (0, _count);
        while (length > 1)
        {
            var half = length / 2;
            place += _values[place + half - 1] < value ? half : 0;
            length -= half;
        }

        return length == 1 && _values[place] < value ? place + 1 : place;
    }
}
