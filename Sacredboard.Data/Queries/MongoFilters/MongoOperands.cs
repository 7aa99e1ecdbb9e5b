using System.Numerics;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.MongoFilters;

/// <summary>A value of a query as the values that MongoDB stores it could be equal to: what is a date is a text as well.</summary>
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
        else if (value.Kind is QueryValueKind.Number or QueryValueKind.Duration || (value.Kind == QueryValueKind.Relative && value.Length != default))
        {
            operands.Add(new SacredDouble(value.Number));
        }

        if (value.Kind is not QueryValueKind.Number)
        {
            operands.Add(new SacredText(value.Text));
        }

        return operands;
    }

    /// <summary>What it is compared with by order: NaN and what has no order with nothing.</summary>
    public static IReadOnlyList<SacredValue> InOrder(QueryValue value, DateTimeOffset now) =>
        value.Whole is { } large && !IsLong(large)
            ? [new SacredDouble((double)large)]
            : [.. Of(value, now).Where(operand => operand is SacredInteger or SacredText or SacredDate || operand is SacredDouble number && !double.IsNaN(number.Value))];

    // A whole number beyond 64 bits is stored as a double, if it is one.
    private static IEnumerable<SacredValue> Whole(BigInteger whole) =>
        IsLong(whole) ? [new SacredInteger(whole)]
        : (double)whole is var rounded && double.IsFinite(rounded) && new BigInteger(rounded) == whole ? [new SacredDouble(rounded)]
        : [];

    private static bool IsLong(BigInteger whole) => whole >= long.MinValue && whole <= long.MaxValue;
}
