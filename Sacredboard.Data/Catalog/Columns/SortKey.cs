using System.Numerics;
using System.Runtime.InteropServices;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Columns;

/// <summary>What kind of value is sorted, in the order they come in, whichever way the values themselves are sorted.</summary>
internal enum SortClass : byte
{
    Number,
    Text,
    Date,
    Boolean,
    Other,
    Null,
    NaN,
    Missing,
}

/// <summary>A value as something that sorts and compares quickly.</summary>
/// <param name="Class">The kind of value.</param>
/// <param name="Bits">Orders the values of one class.</param>
/// <param name="Rest">
/// Of a whole number what is left of it beside the nearest double; beyond 64 bits only which side of that double it lies on, see
/// <see cref="Beyond"/>.
/// </param>
// Left to the runtime's order of the fields, a key takes 16 bytes instead of 24.
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SortKey(SortClass Class, ulong Bits, short Rest = 0)
{
    public static readonly SortKey Missing = new(SortClass.Missing, 0);

    /// <summary>The <see cref="Rest"/>, or its negative, of a number that two such keys cannot tell from others.</summary>
    private const short Beyond = short.MaxValue;

    /// <summary>From here on not every whole number is a double.</summary>
    private const long LastExact = 1L << 53;

    public bool IsBeyond => Math.Abs((int)Rest) == Beyond;

    /// <summary>Whole numbers of 64 bits, exactly; not to be mixed with those made of a double.</summary>
    public static SortKey OfWhole(long number) => new(SortClass.Number, (ulong)number ^ (1UL << 63));

    /// <summary>Exact, and of one order with doubles.</summary>
    public static SortKey Of(long number)
    {
        var key = Of((double)number);
        return number is >= -LastExact and <= LastExact ? key : key with { Rest = (short)(number - (Int128)(double)number) };
    }

    public static SortKey Of(double number)
    {
        // Adding zero makes one of the two zeros. The rest turns the bits of a double into an integer of the same order.
        var bits = BitConverter.DoubleToUInt64Bits(number + 0.0);
        return double.IsNaN(number)
            ? new(SortClass.NaN, 0)
            : new(SortClass.Number, (bits & (1UL << 63)) == 0 ? bits ^ (1UL << 63) : ~bits);
    }

    /// <summary>Of a number of any size; one beyond 64 bits is to be compared with its like by other means.</summary>
    public static SortKey Of(BigInteger number)
    {
        if (number >= long.MinValue && number <= long.MaxValue)
        {
            return Of((long)number);
        }

        var rounded = (double)number;
        var side = double.IsInfinity(rounded) ? -number.Sign : number.CompareTo(new BigInteger(rounded));
        return Of(rounded) with { Rest = (short)(side * Beyond) };
    }

    public static SortKey OfText(int numberOrRank) => new(SortClass.Text, (ulong)numberOrRank);

    /// <summary>Of a text, a list or an object: with its number in the pool.</summary>
    public static SortKey Of(Leaf leaf) =>
        leaf.TryInteger(out var whole) ? Of(whole)
        : leaf.TryNumber(out var number) ? Of(number)
        : leaf.Item is PackedText text ? OfText(text.Id)
        : leaf.Item is PackedValue { Value: SacredInteger large } ? Of(large)
        // What is too large is kept as a text that says so, and is none.
        : leaf.Item is PackedValue value ? new(SortClass.Other, (ulong)value.Id)
        : leaf.TryDate(out var ticks) ? new(SortClass.Date, (ulong)ticks)
        : leaf.TryBoolean(out var boolean) ? new(SortClass.Boolean, boolean ? 1UL : 0)
        : leaf.IsNull ? new(SortClass.Null, 0)
        : Missing;

    /// <summary>Of a text, a list or an object: without any order.</summary>
    public static SortKey Of(SacredValue? value) => value switch
    {
        null => Missing,
        SacredTyped { Value: SacredInteger or SacredDouble or SacredText or SacredDate } typed => Of(typed.Value),
        SacredInteger number => Of(number.Value),
        SacredDouble number => Of(number.Value),
        SacredText => OfText(0),
        SacredDate date => Of(Leaf.Of(date.Value)),
        SacredBoolean boolean => Of(Leaf.Of(boolean.Value)),
        SacredNull => Of(Leaf.Null),
        _ => new(SortClass.Other, 0),
    };
}
