using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>A value of a query in all the types it can be compared as; a duration is a number and a text.</summary>
internal sealed class Operand
{
    public Operand(QueryValue value, DateTimeOffset now)
    {
        IsNull = value.Kind == QueryValueKind.Null;
        Boolean = value.Kind == QueryValueKind.Boolean ? value.Boolean : null;
        Text = value.Kind is QueryValueKind.Text or QueryValueKind.Date or QueryValueKind.Relative or QueryValueKind.Duration
            ? value.Text
            : null;
        Ticks = value.Moment(now)?.Ticks;
        Number = value.Whole is { } whole ? ExactNumber.Of(whole)
            : value.Kind is QueryValueKind.Number or QueryValueKind.Duration
                || (value.Kind == QueryValueKind.Relative && value.Length != default) ? ExactNumber.Of(value.Number)
            : null;
    }

    public bool IsNull { get; }

    public bool? Boolean { get; }

    public string? Text { get; }

    /// <summary>The moment it stands for, in ticks UTC.</summary>
    public long? Ticks { get; }

    public ExactNumber? Number { get; }
}
