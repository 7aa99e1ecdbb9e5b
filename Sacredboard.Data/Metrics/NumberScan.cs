using System.Numerics;

namespace Sacredboard.Data.Metrics;

/// <summary>Looks through columns of numbers many at a time.</summary>
internal static class NumberScan
{
    /// <summary>Whether no number is below the one before; NaN is not.</summary>
    public static bool IsAscending(ReadOnlySpan<double> numbers)
    {
        var i = 1;
        for (; i <= numbers.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            if (Vector.LessThanAny(new Vector<double>(numbers[i..]), new Vector<double>(numbers[(i - 1)..])))
            {
                return false;
            }
        }

        for (; i < numbers.Length; i++)
        {
            if (numbers[i] < numbers[i - 1])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether none is NaN or infinite.</summary>
    public static bool AllFinite(ReadOnlySpan<double> numbers)
    {
        // x - x is 0 for finite numbers and NaN for all others.
        var sum = Vector<double>.Zero;
        var i = 0;
        for (; i <= numbers.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var some = new Vector<double>(numbers[i..]);
            sum += some - some;
        }

        var rest = Vector.Sum(sum);
        for (; i < numbers.Length; i++)
        {
            rest += numbers[i] - numbers[i];
        }

        return rest == 0;
    }
}
