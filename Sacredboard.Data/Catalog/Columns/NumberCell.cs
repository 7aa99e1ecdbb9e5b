using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Columns;

internal enum NumberKind : byte
{
    /// <summary>No value.</summary>
    Missing,
    Number,

    /// <summary>A value that is not a number.</summary>
    Other,

    /// <summary>The duration of a running run.</summary>
    Growing,
    Null,
}

/// <param name="Number">May be NaN or infinite.</param>
internal readonly record struct NumberCell(NumberKind Kind, double Number)
{
    public static NumberCell Of(double number) => new(NumberKind.Number, number);

    public static NumberCell OfDuration(TimeSpan? duration) => duration is { } length ? Of(length.TotalSeconds) : default;

    public static NumberCell Of(Leaf leaf) =>
        leaf.TryNumber(out var number) ? Of(number)
        : leaf.IsMissing ? default
        : leaf.IsNull ? new(NumberKind.Null, double.NaN)
        : leaf.Item is PackedValue value ? Of(value.Value)
        : new(NumberKind.Other, 0);

    public static NumberCell Of(SacredValue? value) => value switch
    {
        null => default,
        SacredNull => new(NumberKind.Null, double.NaN),
        SacredInteger number => Of((double)number.Value),
        SacredDouble number => Of(number.Value),
        SacredTyped { Value: SacredInteger or SacredDouble } typed => Of(typed.Value),
        _ => new(NumberKind.Other, 0),
    };
}
