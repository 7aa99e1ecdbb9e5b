using System.Numerics;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.MongoFilters;

/// <summary>The stored values that a value of a query can be equal to: a date is also a text.</summary>
internal static class MongoOperands
{
    public static IReadOnlyList<SacredValue> Of(QueryValue value, DateTimeOffset now)
    {
        var operands = new List<SacredValue>();
        if (value.Kind == QueryValueKind.Null)
        {
            return [SacredNull.Value];
        }

        if (value.Kind == QueryValueKind.Boolean)
        {
            return [SacredBoolean.Of(value.Boolean)];
        }

        if (value.Moment(now) is { } moment)
        {
            operands.Add(new SacredDate(moment));
        }

        if (value.Whole is { } whole)
        {
            operands.AddRange(Whole(whole));
        }
        else if (value.Kind is QueryValueKind.Number or QueryValueKind.Duration
            || (value.Kind == QueryValueKind.Relative && value.Length != default))
        {
            operands.Add(new SacredDouble(value.Number));
        }

        if (value.Kind is not QueryValueKind.Number)
        {
            operands.Add(new SacredText(value.Text));
        }

        return operands;
    }

    /// <summary>The values for comparisons by order; none for NaN and types without an order.</summary>
    public static IReadOnlyList<SacredValue> InOrder(QueryValue value, DateTimeOffset now) =>
        value.Whole is { } large && !IsLong(large)
            ? [new SacredDouble((double)large)]
            : [.. Of(
                value,
                now).Where(operand =>
                    operand is SacredInteger or SacredText or SacredDate || operand is SacredDouble number && !double.IsNaN(number.Value))];

    // A whole number beyond 64 bits is stored as a double, if it is one.
    private static IEnumerable<SacredValue> Whole(BigInteger whole) =>
        IsLong(whole) ? [new SacredInteger(whole)]
        : (double)whole is var rounded && double.IsFinite(rounded) && new BigInteger(rounded) == whole ? [new SacredDouble(rounded)]
        : [];

    private static bool IsLong(BigInteger whole) => whole >= long.MinValue && whole <= long.MaxValue;
}
