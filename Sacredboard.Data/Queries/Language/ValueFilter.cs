namespace Sacredboard.Data.Queries.Language;

/// <summary>One way to filter runs by a value of one of them.</summary>
/// <param name="Kind">Which runs it finds.</param>
/// <param name="Term">The term of a query that finds them.</param>
/// <param name="Item">The item of a list that it is about; null for the value itself.</param>
public sealed record ValueFilter(ValueFilterKind Kind, QueryNode Term, string? Item = null);

/// <summary>Which runs a <see cref="ValueFilter"/> finds.</summary>
public enum ValueFilterKind
{
    /// <summary>Those with the same value, or with the item in their list.</summary>
    Same,

    /// <summary>All others.</summary>
    Other,

    /// <summary>Those of the same day, UTC.</summary>
    SameDay,

    /// <summary>Those with this number or time, or a greater one.</summary>
    AtLeast,

    /// <summary>Those with this number or time, or a smaller one.</summary>
    AtMost,

    /// <summary>Those that have any value.</summary>
    Exists,

    /// <summary>Those that have none.</summary>
    Missing,
}
