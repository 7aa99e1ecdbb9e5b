using System.Numerics;
using System.Runtime.InteropServices;

namespace Sacredboard.Data.Metrics;

/// <summary>Finds the lowest and the highest of finite numbers.</summary>
internal static class Extremes
{
    /// <summary>The indices of the lowest and of the highest number, of equal ones the first.</summary>
    /// <param name="start">The first index.</param>
    /// <param name="end">The index after the last one, above <paramref name="start"/>.</param>
    public static (int Low, int High) Of(ReadOnlySpan<double> y, int start, int end)
    {
        var part = y[start..end];
        if (part.Length < 4 * Vector<double>.Count)
        {
            return OfFew(part, start);
        }

        var (lowest, highest) = Values(part);
        return (start + IndexOf(part, lowest), start + IndexOf(part, highest));
    }

    private static (int Low, int High) OfFew(ReadOnlySpan<double> part, int start)
    {
        var (low, high) = (0, 0);
        for (var i = 1; i < part.Length; i++)
        {
            low = part[i] < part[low] ? i : low;
            high = part[i] > part[high] ? i : high;
        }

        return (start + low, start + high);
    }

    private static (double Lowest, double Highest) Values(ReadOnlySpan<double> part)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(part);
        var (low, high) = (vectors[0], vectors[0]);
        foreach (var some in vectors[1..])
        {
            // Comparing is faster than Vector.Min, which cares for NaN and the sign of 0.
            low = Vector.ConditionalSelect(Vector.LessThan(some, low), some, low);
            high = Vector.ConditionalSelect(Vector.GreaterThan(some, high), some, high);
        }

        var (lowest, highest) = (low[0], high[0]);
        for (var i = 1; i < Vector<double>.Count; i++)
        {
            (lowest, highest) = (low[i] < lowest ? low[i] : lowest, high[i] > highest ? high[i] : highest);
        }

        foreach (var value in part[(vectors.Length * Vector<double>.Count)..])
        {
            (lowest, highest) = (value < lowest ? value : lowest, value > highest ? value : highest);
        }

        return (lowest, highest);
    }

    private static int IndexOf(ReadOnlySpan<double> part, double wanted)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(part);
        var all = new Vector<double>(wanted);
        var i = 0;
        while (i < vectors.Length && !Vector.EqualsAny(vectors[i], all))
        {
            i++;
        }

        for (i *= Vector<double>.Count; part[i] != wanted;)
        {
            i++;
        }

        return i;
    }
}
