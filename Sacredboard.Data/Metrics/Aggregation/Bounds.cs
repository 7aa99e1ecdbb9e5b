using System.Numerics;

namespace Sacredboard.Data.Metrics.Aggregation;

/// <summary>The least and the greatest of numbers without NaN, at least one.</summary>
internal static class Bounds
{
    public static double Min(ReadOnlySpan<double> values)
    {
        var (result, i) = (values[0], 0);
        if (values.Length >= Vector<double>.Count)
        {
            var least = new Vector<double>(values);
            for (i = Vector<double>.Count; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
            {
                least = Vector.MinNative(least, new Vector<double>(values[i..]));
            }

            for (var lane = 0; lane < Vector<double>.Count; lane++)
            {
                result = Math.Min(result, least[lane]);
            }
        }

        for (; i < values.Length; i++)
        {
            result = Math.Min(result, values[i]);
        }

        return result;
    }

    public static double Max(ReadOnlySpan<double> values)
    {
        var (result, i) = (values[0], 0);
        if (values.Length >= Vector<double>.Count)
        {
            var greatest = new Vector<double>(values);
            for (i = Vector<double>.Count; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
            {
                greatest = Vector.MaxNative(greatest, new Vector<double>(values[i..]));
            }

            for (var lane = 0; lane < Vector<double>.Count; lane++)
            {
                result = Math.Max(result, greatest[lane]);
            }
        }

        for (; i < values.Length; i++)
        {
            result = Math.Max(result, values[i]);
        }

        return result;
    }
}
