using System.Numerics;

namespace Sacredboard.Data.Metrics.Smoothing;

internal static class Magnitude
{
    /// <summary>The greatest distance of finite numbers from zero.</summary>
    public static double Max(ReadOnlySpan<double> values)
    {
        var (greatest, i) = (Vector<double>.Zero, 0);
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            greatest = Vector.MaxNative(greatest, Vector.Abs(new Vector<double>(values[i..])));
        }

        var result = 0.0;
        for (var lane = 0; lane < Vector<double>.Count; lane++)
        {
            result = Math.Max(result, greatest[lane]);
        }

        for (; i < values.Length; i++)
        {
            result = Math.Max(result, Math.Abs(values[i]));
        }

        return result;
    }
}
