namespace Sacredboard.Data.Queries.Language;

/// <summary>
/// A part of a parsed query. Equality ignores positions in the text. <see cref="object.ToString"/> returns text that
/// parses to an equal one.
/// </summary>
public abstract record QueryNode
{
    private protected QueryNode()
    {
    }

    /// <summary>Its position in the text, without the parentheses around it.</summary>
    public QuerySpan Span { get; init; }

    /// <summary>The terms joined by <c>and</c> at the top; none for an empty query.</summary>
    public IReadOnlyList<QueryNode> Conjuncts => this is QueryAnd all ? all.Terms : [this];

    /// <summary>Its conditions, in the order of the text.</summary>
    public IEnumerable<QueryCondition> Conditions => this switch
    {
        QueryAnd all => all.Terms.SelectMany(term => term.Conditions),
        QueryOr any => any.Terms.SelectMany(term => term.Conditions),
        QueryNot not => not.Term.Conditions,
        QueryCondition condition => [condition],
        _ => [],
    };

    /// <summary>True when its result can change although no run has: it uses durations, or times relative to now.</summary>
    public bool DependsOnTime => QueryTime.Key(this, DateTimeOffset.UnixEpoch).Length > 0;

    /// <summary>True when it asks for days or times that name no zone.</summary>
    public bool DependsOnZone => Conditions.SelectMany(condition => condition.Values).Any(value => value.DependsOnZone);

    /// <summary>The same query, with its days and times meant in this zone.</summary>
    public QueryNode In(TimeZoneInfo zone) => this switch
    {
        QueryAnd all => all with { Terms = [.. all.Terms.Select(term => term.In(zone))] },
        QueryOr any => any with { Terms = [.. any.Terms.Select(term => term.In(zone))] },
        QueryNot not => not with { Term = not.Term.In(zone) },
        QueryCondition condition => condition with { Values = [.. condition.Values.Select(value => value.In(zone))] },
        _ => this,
    };

    private protected static string Print(IEnumerable<QueryNode> terms, string joint, Func<QueryNode, bool> enclose) =>
        string.Join(joint, terms.Select(term => enclose(term) ? $"({term})" : term.ToString()));
}

/// <summary>True when all terms are; without terms (the empty query) true for every run.</summary>
public sealed record QueryAnd(IReadOnlyList<QueryNode> Terms) : QueryNode
{
    public bool Equals(QueryAnd? other) => other is not null && Terms.SequenceEqual(other.Terms);

    public override int GetHashCode() => HashCode.Combine(1, Terms.Count);

    public override string ToString() => Print(Terms, " and ", term => term is QueryAnd or QueryOr);
}

/// <summary>True when at least one term is.</summary>
public sealed record QueryOr(IReadOnlyList<QueryNode> Terms) : QueryNode
{
    public bool Equals(QueryOr? other) => other is not null && Terms.SequenceEqual(other.Terms);

    public override int GetHashCode() => HashCode.Combine(2, Terms.Count);

    public override string ToString() => Print(Terms, " or ", term => term is QueryOr);
}

/// <summary>True when the term is not.</summary>
public sealed record QueryNot(QueryNode Term) : QueryNode
{
    public override string ToString() => "not " + Print([Term], "", term => term is QueryAnd or QueryOr);
}

/// <summary>A word or quoted text on its own, searched in everything that the table knows of a run.</summary>
public sealed record QueryWord(string Text) : QueryNode
{
    public override string ToString() => QueryPrinting.Word(Text);
}

/// <summary>A field, an operator, and the values it is compared with: none, one, or those of a list.</summary>
public sealed record QueryCondition(QueryField Field, QueryOperator Operator, IReadOnlyList<QueryValue> Values) : QueryNode
{
    /// <summary>Position of the operator in the text.</summary>
    public QuerySpan OperatorSpan { get; init; }

    public bool Equals(QueryCondition? other) =>
        other is not null && Field == other.Field && Operator == other.Operator && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Field, Operator, Values.Count);

    public override string ToString() =>
        Operator.IsFunction() ? $"{Operator.ToText()}({Field})"
        : Operator.TakesList() ? $"{Field} {Operator.ToText()} ({string.Join(", ", Values)})"
        : $"{Field} {Operator.ToText()} {Values[0]}";
}
