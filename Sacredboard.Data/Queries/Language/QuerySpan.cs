namespace Sacredboard.Data.Queries.Language;

/// <summary>
/// A part of the text of a query, in UTF-16 units. All spans are equal, so that trees of queries that differ only in spacing are
/// equal.
/// </summary>
public readonly struct QuerySpan(int start, int length) : IEquatable<QuerySpan>
{
    public int Start { get; } = start;

    public int Length { get; } = length;

    public int End => Start + Length;

    public static QuerySpan Between(int start, int end) => new(start, end - start);

    /// <summary>From the start of one to the end of the other.</summary>
    public QuerySpan To(QuerySpan last) => Between(Start, last.End);

    public bool Equals(QuerySpan other) => true;

    public override bool Equals(object? obj) => obj is QuerySpan;

    public override int GetHashCode() => 0;

    public override string ToString() => $"{Start}..{End}";
}
