using Sacredboard.Data.Catalog.Packing;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Querying;

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

/// <summary>A value as something that sorts quickly.</summary>
/// <param name="Bits">Orders the values of one class.</param>
internal readonly record struct SortKey(SortClass Class, ulong Bits)
{
    public static readonly SortKey Missing = new(SortClass.Missing, 0);

    /// <summary>Whole numbers of 64 bits, exactly; not to be mixed with those made of a double.</summary>
    public static SortKey OfWhole(long number) => new(SortClass.Number, (ulong)number ^ (1UL << 63));

    public static SortKey Of(double number)
    {
        // Adding zero makes one of the two zeros. The rest turns the bits of a double into an integer of the same order.
        var bits = BitConverter.DoubleToUInt64Bits(number + 0.0);
        return double.IsNaN(number)
            ? new(SortClass.NaN, 0)
            : new(SortClass.Number, (bits & (1UL << 63)) == 0 ? bits ^ (1UL << 63) : ~bits);
    }

    public static SortKey OfText(int numberOrRank) => new(SortClass.Text, (ulong)numberOrRank);

    /// <summary>Of a text: with its number.</summary>
    public static SortKey Of(Leaf leaf) =>
        leaf.TryNumber(out var number) ? Of(number)
        : leaf.Item is PackedText text ? OfText(text.Id)
        : leaf.Item is PackedValue value ? Of(value.Value)
        : leaf.TryDate(out var ticks) ? new(SortClass.Date, (ulong)ticks)
        : leaf.TryBoolean(out var boolean) ? new(SortClass.Boolean, boolean ? 1UL : 0)
        : leaf.IsNull ? new(SortClass.Null, 0)
        : Missing;

    /// <summary>Of a text: without any order.</summary>
    public static SortKey Of(SacredValue? value) => value switch
    {
        null => Missing,
        SacredTyped { Value: SacredInteger or SacredDouble or SacredText or SacredDate } typed => Of(typed.Value),
        SacredInteger number => Of((double)number.Value),
        SacredDouble number => Of(number.Value),
        SacredText => OfText(0),
        SacredDate date => Of(Leaf.Of(date.Value)),
        SacredBoolean boolean => Of(Leaf.Of(boolean.Value)),
        SacredNull => Of(Leaf.Null),
        _ => new(SortClass.Other, 0),
    };
}
