using System.Globalization;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Language;

/// <summary>
/// Writes terms that find runs by a value that one of them has. The parser reads them, whatever the value is.
/// </summary>
public static class ValueFilters
{
    private const int MaxItems = 8;

    /// <summary>A query with a longer text is hardly readable, and soon too long.</summary>
    private const int MaxTextLength = 1000;

    /// <summary>The ways to filter by this value, the most wanted first; none for tags of a run without tags.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Its decoded value; null where the run has none. A duration is a number of seconds.</param>
    /// <param name="zone">What the days of queries are meant in.</param>
    public static IReadOnlyList<ValueFilter> Of(RunField field, SacredValue? value, TimeZoneInfo zone)
    {
        var name = QueryField.Of(field);
        return Plain(value) switch
        {
            null when IsAlwaysThere(field) => [],
            null => Same(Missing(name)),
            SacredDate date when field.OwnField is not null =>
                [SameDay(name, ZonedTime.In(zone, date.Value)), .. Order(name, Literal(date)!)],
            // The text of a directory's name finds its run as a number too.
            SacredText text when field.OwnField is { Kind: OwnKind.Id } =>
                Same(new(name, QueryOperator.Equal, [QueryValue.OfId(text.Value)])),
            SacredDouble number when field.OwnField is { Kind: OwnKind.Duration } => Order(name, QueryValue.Of(number.Value)),
            SacredList list => [.. Items(name, list), .. IsAlwaysThere(field) ? [] : There(name)],
            var plain when Equal(name, plain) is { } same =>
            [
                .. Same(same),
                .. plain is SacredInteger or SacredDouble or SacredDate && !IsNaN(plain) ? Order(name, Literal(plain)!) : [],
            ],
            _ => There(name),
        };
    }

    /// <summary>The condition that finds the runs with this value of a field; null for values that queries cannot express.</summary>
    internal static QueryCondition? Equal(QueryField name, SacredValue? value) => Plain(value) switch
    {
        null => Missing(name),
        SacredNull => new(name, QueryOperator.Same, [QueryValue.Null]),
        var plain => Literal(plain) is { } literal ? new(name, QueryOperator.Equal, [literal]) : null,
    };

    // A text in a typed value stands for a value that is too large for the catalog.
    private static SacredValue? Plain(SacredValue? value) => value is SacredTyped { Value: { } inner and not SacredText } ? inner : value;

    private static QueryValue? Literal(SacredValue value) => value switch
    {
        SacredBoolean boolean => QueryValue.Of(boolean.Value),
        SacredInteger number => QueryValue.Of(number.Value),
        SacredDouble number => QueryValue.Of(number.Value),
        SacredText { Value.Length: <= MaxTextLength } text when IsWritable(text.Value) => QueryValue.Of(text.Value),
        SacredNull => QueryValue.Null,
        SacredDate date => QueryValue.Of(date.Value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)),
        _ => null,
    };

    // An address cannot hold half of a surrogate pair.
    private static bool IsWritable(string text)
    {
        for (var i = 0; i < text.Length; i += char.IsSurrogate(text[i]) ? 2 : 1)
        {
            if (char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i))
            {
                return false;
            }
        }

        return true;
    }

    private static QueryNode Not(QueryCondition condition) => condition.Operator switch
    {
        QueryOperator.Equal => condition with { Operator = QueryOperator.NotEqual },
        QueryOperator.Missing => condition with { Operator = QueryOperator.Exists },
        _ => new QueryNot(condition),
    };

    private static bool IsNaN(SacredValue value) => value is SacredDouble { Value: double.NaN };

    private static bool IsAlwaysThere(RunField field) => field.OwnField is { Kind: OwnKind.Tags };

    private static IReadOnlyList<ValueFilter> Same(QueryCondition same) =>
        [new(ValueFilterKind.Same, same), new(ValueFilterKind.Other, Not(same))];

    private static QueryCondition Exists(QueryField name) => new(name, QueryOperator.Exists, []);

    private static QueryCondition Missing(QueryField name) => new(name, QueryOperator.Missing, []);

    private static IReadOnlyList<ValueFilter> There(QueryField name) =>
        [new(ValueFilterKind.Exists, Exists(name)), new(ValueFilterKind.Missing, Missing(name))];

    private static IReadOnlyList<ValueFilter> Order(QueryField name, QueryValue value) =>
    [
        new(ValueFilterKind.AtLeast, new QueryCondition(name, QueryOperator.GreaterOrEqual, [value])),
        new(ValueFilterKind.AtMost, new QueryCondition(name, QueryOperator.LessOrEqual, [value])),
    ];

    private static ValueFilter SameDay(QueryField name, DateTime shown) => new(ValueFilterKind.SameDay, new QueryAnd(
    [
        new QueryCondition(name, QueryOperator.GreaterOrEqual, [Day(shown)]),
        .. shown.Date < DateTime.MaxValue.Date
            ? [new QueryCondition(name, QueryOperator.Less, [Day(shown.AddDays(1))])]
            : Array.Empty<QueryNode>(),
    ]));

    private static QueryValue Day(DateTime time) => QueryValue.Of(time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static IEnumerable<ValueFilter> Items(QueryField name, SacredList list)
    {
        foreach (var item in list.Items.Select(item => Literal(Plain(item)!)).OfType<QueryValue>().Distinct().Take(MaxItems))
        {
            var has = new QueryCondition(name, QueryOperator.Has, [item]);
            yield return new(ValueFilterKind.Same, has, item.Text);
            yield return new(ValueFilterKind.Other, new QueryNot(has), item.Text);
        }
    }
}
