namespace Sacredboard.Web.Models.Api;

/// <summary>Numbers of few decimals as whole numbers that differ little, which are short on the wire and quickly read.</summary>
/// <param name="Decimals">Each sum divided by 10 to this power is a number.</param>
/// <param name="Differences">Of each number in units of its last decimal, to one before.</param>
internal sealed record PackedNumbers(int Decimals, long[] Differences)
{
    private const int FewestDecimals = -3;
    private const int MostDecimals = 12;

    // JavaScript adds whole numbers exactly up to here.
    private const double MaxWhole = 1L << 52;

    /// <summary>Digits, point and comma of a number that was rounded for the wire.</summary>
    private const int UsualLength = 9;

    private static readonly double[] Powers = [.. Enumerable.Range(0, MostDecimals + 1).Select(i => (double)(long)Math.Pow(10, i))];

    /// <summary>Whether the differences are shorter as text than the numbers, which have few digits but any size.</summary>
    public bool IsShort =>
        Differences.Sum(one => (long)Math.Log10(Math.Max(Math.Abs(one), 1)) + 2) < (long)UsualLength * Differences.Length;

    /// <summary>Packs numbers so that sums give exactly the same doubles; null where they have too many digits for that.</summary>
    /// <param name="numbers">Finite.</param>
    /// <param name="back">How far before each number the one is that it is the difference to.</param>
    public static PackedNumbers? Of(ReadOnlySpan<double> numbers, int back)
    {
        var decimals = FewestDecimals;
        foreach (var number in numbers)
        {
            while (!IsExact(number, decimals))
            {
                if (++decimals > MostDecimals)
                {
                    return null;
                }
            }
        }

        // More decimals may be too many for a number that had few.
        var differences = new long[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!IsExact(numbers[i], decimals))
            {
                return null;
            }

            differences[i] = Units(numbers[i], decimals) - (i < back ? 0 : Units(numbers[i - back], decimals));
        }

        return new(decimals, differences);
    }

    private static bool IsExact(double number, int decimals)
    {
        var power = Power(decimals);
        var units = Math.Round(decimals < 0 ? number / power : number * power);

        // A negative zero would lose its sign.
        return Math.Abs(units) <= MaxWhole && (decimals < 0 ? units * power : units / power) == number
            && (number != 0 || !double.IsNegative(number));
    }

    private static long Units(double number, int decimals) =>
        (long)Math.Round(decimals < 0 ? number / Power(decimals) : number * Power(decimals));

    private static double Power(int decimals) => Powers[Math.Abs(decimals)];
}
