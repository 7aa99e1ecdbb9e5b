namespace Sacredboard.Data.Queries.Language;

/// <summary>
/// A part of a parsed query. Two are equal when they say the same, wherever it stands. <see cref="object.ToString"/> is text that
/// parses to an equal one.
/// </summary>
public abstract record QueryNode
{
    private protected QueryNode()
    {
    }

    /// <summary>Where it stands in the text, parentheses around it left out.</summary>
    public QuerySpan Span { get; init; }

    /// <summary>What is joined by <c>and</c> at the top; of an empty query nothing.</summary>
    public IReadOnlyList<QueryNode> Conjuncts => this is QueryAnd all ? all.Terms : [this];

    /// <summary>True when other runs may answer it later although none has changed: it asks for durations, or for times counted from now.</summary>
    public bool DependsOnTime => QueryTime.Key(this, DateTimeOffset.UnixEpoch).Length > 0;

    private protected static string Print(IEnumerable<QueryNode> terms, string joint, Func<QueryNode, bool> enclose) =>
        string.Join(joint, terms.Select(term => enclose(term) ? $"({term})" : term.ToString()));
}

/// <summary>All of these. Without any (the empty query) it is true for every run.</summary>
public sealed record QueryAnd(IReadOnlyList<QueryNode> Terms) : QueryNode
{
    public bool Equals(QueryAnd? other) => other is not null && Terms.SequenceEqual(other.Terms);

    public override int GetHashCode() => HashCode.Combine(1, Terms.Count);

    public override string ToString() => Print(Terms, " and ", term => term is QueryAnd or QueryOr);
}

/// <summary>At least one of these.</summary>
public sealed record QueryOr(IReadOnlyList<QueryNode> Terms) : QueryNode
{
    public bool Equals(QueryOr? other) => other is not null && Terms.SequenceEqual(other.Terms);

    public override int GetHashCode() => HashCode.Combine(2, Terms.Count);

    public override string ToString() => Print(Terms, " or ", term => term is QueryOr);
}

/// <summary>Not this.</summary>
public sealed record QueryNot(QueryNode Term) : QueryNode
{
    public override string ToString() => "not " + Print([Term], "", term => term is QueryAnd or QueryOr);
}

/// <summary>A word or quoted text on its own, to be found anywhere in what the table knows of a run.</summary>
public sealed record QueryWord(string Text) : QueryNode
{
    public override string ToString() => QueryPrinting.Word(Text);
}

/// <summary>A field, what is asked of it, and the values it is compared with: none, one, or those of a list.</summary>
public sealed record QueryCondition(QueryField Field, QueryOperator Operator, IReadOnlyList<QueryValue> Values) : QueryNode
{
    /// <summary>Of the operator's text.</summary>
    public QuerySpan OperatorSpan { get; init; }

    public bool Equals(QueryCondition? other) =>
        other is not null && Field == other.Field && Operator == other.Operator && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Field, Operator, Values.Count);

    public override string ToString() =>
        Operator.IsFunction() ? $"{Operator.ToText()}({Field})"
        : Operator.TakesList() ? $"{Field} {Operator.ToText()} ({string.Join(", ", Values)})"
        : $"{Field} {Operator.ToText()} {Values[0]}";
}
