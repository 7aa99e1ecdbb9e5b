using System.Numerics;
using System.Runtime.InteropServices;

namespace Sacredboard.Data.Metrics.Aggregation;

/// <summary>The least and the greatest of numbers without NaN, at least one.</summary>
internal static class Bounds
{
    public static double Min(ReadOnlySpan<double> values)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        var (result, rest) = (values[0], vectors.Length * Vector<double>.Count);
        if (vectors.Length > 0)
        {
            // Two chains, because each step waits for the one before it.
            var (a, b) = (vectors[0], vectors[^1]);
            for (var i = 1; i < vectors.Length - 1; i += 2)
            {
                (a, b) = (Vector.MinNative(a, vectors[i]), Vector.MinNative(b, vectors[i + 1]));
            }

            a = Vector.MinNative(a, b);
            for (var lane = 0; lane < Vector<double>.Count; lane++)
            {
                result = Math.Min(result, a[lane]);
            }
        }

        foreach (var value in values[rest..])
        {
            result = Math.Min(result, value);
        }

        return result;
    }

    public static double Max(ReadOnlySpan<double> values)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        var (result, rest) = (values[0], vectors.Length * Vector<double>.Count);
        if (vectors.Length > 0)
        {
            var (a, b) = (vectors[0], vectors[^1]);
            for (var i = 1; i < vectors.Length - 1; i += 2)
            {
                (a, b) = (Vector.MaxNative(a, vectors[i]), Vector.MaxNative(b, vectors[i + 1]));
            }

            a = Vector.MaxNative(a, b);
            for (var lane = 0; lane < Vector<double>.Count; lane++)
            {
                result = Math.Max(result, a[lane]);
            }
        }

        foreach (var value in values[rest..])
        {
            result = Math.Max(result, value);
        }

        return result;
    }
}
