namespace Sacredboard.Data.Queries.Grouping;

internal enum ValueKind : byte
{
    Missing,
    Null,
    Boolean,
    Integer,

    /// <summary>A number that is not a whole number of 64 bits.</summary>
    Real,
    Date,
    Text,
    Other,
}

/// <summary>
/// A key that is equal for values in the same group: 1 and 1.0 are equal, NaN equals NaN; 1, true and "1" differ.
/// </summary>
/// <param name="Bits">The value itself, or the number that <see cref="ValueKeys"/> gave to it.</param>
internal readonly record struct ValueKey(ValueKind Kind, long Bits)
{
    // 2^63: the first whole double that a long cannot hold.
    private const double TooLarge = 9223372036854775808.0;

    public static ValueKey Of(double number) =>
        double.IsNaN(number) ? new(ValueKind.Real, BitConverter.DoubleToInt64Bits(double.NaN))
        : number is >= -TooLarge and < TooLarge && number == Math.Floor(number) ? new(ValueKind.Integer, (long)number)
        : new(ValueKind.Real, BitConverter.DoubleToInt64Bits(number));
}
