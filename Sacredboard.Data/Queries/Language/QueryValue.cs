using System.Globalization;
using System.Numerics;

namespace Sacredboard.Data.Queries.Language;

/// <summary>The type of a value in a query.</summary>
public enum QueryValueKind
{
    Text,

    /// <summary>A number, exact when it is whole.</summary>
    Number,
    Boolean,
    Null,

    /// <summary>A moment, written as an ISO date or time; compared with texts it is the text as written.</summary>
    Date,

    /// <summary>A moment relative to the time of the query: <c>-7d</c>, <c>today</c>, <c>yesterday</c>, <c>now</c>.</summary>
    Relative,

    /// <summary>A length of time: <c>2h</c>, <c>1h30m</c>; compared with numbers it is its seconds.</summary>
    Duration,
}

/// <summary>A value that a field is compared with.</summary>
public sealed record QueryValue
{
    private QueryValue(QueryValueKind kind, string text) => (Kind, Text, Written) = (kind, text, text);

    public QueryValueKind Kind { get; }

    /// <summary>The text itself; for other kinds the value as written.</summary>
    public string Text { get; }

    public QuerySpan Span { get; init; }

    /// <summary>The text as typed, before it was read as a number or another kind.</summary>
    internal string Written { get; init; }

    /// <summary>The exact value of a whole <see cref="QueryValueKind.Number"/>; null for all others.</summary>
    public BigInteger? Whole { get; private init; }

    /// <summary>The rounded value of a <see cref="QueryValueKind.Number"/>; the seconds of a duration.</summary>
    public double Number { get; private init; }

    public bool Boolean { get; private init; }

    /// <summary>The zone that it is meant in, if it does not name its own.</summary>
    public TimeZoneInfo Zone { get; private init; } = TimeZoneInfo.Utc;

    /// <summary>It is another moment in another zone: a date or time that names none, <c>today</c>, <c>yesterday</c>.</summary>
    public bool DependsOnZone => Kind == QueryValueKind.Relative ? QueryLiterals.IsDayWord(Text) : Kind == QueryValueKind.Date && !IsZoned;

    /// <summary>The value of a <see cref="QueryValueKind.Date"/>, as if its zone were UTC.</summary>
    private DateTime Date { get; init; }

    private bool IsZoned { get; init; }

    /// <summary>The value of a <see cref="QueryValueKind.Duration"/>, or of a relative time: what is added to now.</summary>
    public TimeSpan Length { get; private init; }

    public static QueryValue Null { get; } = new(QueryValueKind.Null, "null");

    public static QueryValue Of(bool value) => new(QueryValueKind.Boolean, value ? "true" : "false") { Boolean = value };

    public static QueryValue Of(BigInteger value) =>
        new(QueryValueKind.Number, value.ToString(CultureInfo.InvariantCulture)) { Whole = value, Number = (double)value };

    public static QueryValue Of(double value) =>
        // 32 and 32.0 are one number. From 2^53 on a double may stand for several whole numbers.
        value == Math.Floor(value) && Math.Abs(value) < 9e15
            ? Of(new BigInteger(value))
            : new(QueryValueKind.Number, QueryLiterals.Print(value)) { Number = value };

    /// <summary>A text, or a date when the text is an ISO date or time.</summary>
    public static QueryValue Of(string text) =>
        QueryLiterals.TryDate(text, out var date, out var isZoned)
            ? new(QueryValueKind.Date, text) { Date = date, IsZoned = isZoned }
            : new(QueryValueKind.Text, text);

    /// <summary>A text without quotes as a number, boolean, null, time or duration, or else as text.</summary>
    public static QueryValue OfWord(string word) =>
        QueryLiterals.TryWhole(word, out var whole) ? Of(whole)
        : QueryLiterals.TryReal(word, out var real) ? Of(real)
        : bool.TryParse(word, out var boolean) ? Of(boolean)
        : QueryLiterals.IsNull(word) ? Null
        : QueryLiterals.TryRelative(word, out var length) ? new(QueryValueKind.Relative, word)
        {
            Length = length,
            Number = length.TotalSeconds
        }
        : QueryLiterals.TryDuration(word, out length) ? new(QueryValueKind.Duration, word) { Length = length, Number = length.TotalSeconds }
        : Of(word);

    /// <summary>The text of an id: as a number if it is one, such as the name of a directory.</summary>
    internal static QueryValue OfId(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && OfWord(text).Text == text
            ? Of(new BigInteger(number))
            : Of(text);

    /// <summary>The moment it stands for at this time; null for other kinds.</summary>
    public DateTime? Moment(DateTimeOffset now) => Kind switch
    {
        QueryValueKind.Date => IsZoned ? Date : ZonedTime.ToUtc(Zone, Date),
        QueryValueKind.Relative => QueryLiterals.Moment(Text, Length, now, Zone),
        _ => null,
    };

    /// <summary>The same value, meant in this zone.</summary>
    internal QueryValue In(TimeZoneInfo zone) => DependsOnZone ? this with { Zone = zone } : this;

    public bool Equals(QueryValue? other) => other is not null && Kind == other.Kind && Text == other.Text;

    public override int GetHashCode() => HashCode.Combine(Kind, Text);

    public override string ToString() => QueryPrinting.Value(this);
}
