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

    public static SortKey Of(double number)
    {
        // Adding zero makes one of the two zeros. The rest turns the bits of a double into an integer of the same order.
        var bits = BitConverter.DoubleToUInt64Bits(number + 0.0);
        return double.IsNaN(number)
            ? new(SortClass.NaN, 0)
            : new(SortClass.Number, (bits & (1UL << 63)) == 0 ? bits ^ (1UL << 63) : ~bits);
    }

    public static SortKey OfDate(long ticks) => new(SortClass.Date, (ulong)ticks);

    public static SortKey OfRank(int rank) => new(SortClass.Text, (ulong)rank);

    /// <param name="textRanks">By the text's number.</param>
    public static SortKey Of(Leaf leaf, int[] textRanks) =>
        leaf.TryNumber(out var number) ? Of(number)
        : leaf.Item is PackedText text ? OfRank(textRanks[text.Id])
        : leaf.Item is PackedValue { Value: SacredInteger large } ? Of((double)large.Value)
        : leaf.Item is not null ? new(SortClass.Other, 0)
        : leaf.TryDate(out var ticks) ? OfDate(ticks)
        : leaf.TryBoolean(out var boolean) ? new(SortClass.Boolean, boolean ? 1UL : 0)
        : leaf.IsNull ? new(SortClass.Null, 0)
        : Missing;
}
