using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Web.Query;

/// <summary>The terms of a query that are joined by <c>and</c> at its top level, each as it was written.</summary>
public sealed class QueryTerms
{
    private readonly string _text;

    private QueryTerms(string text, IReadOnlyList<QueryTerm> all) => (_text, All) = (text, all);

    /// <summary>Empty if the query cannot be read.</summary>
    public IReadOnlyList<QueryTerm> All { get; }

    public static QueryTerms Of(string text) =>
        new(
            text.Trim(),
            QueryParser.TryParse(text, out var tree, out _)
                ? [.. tree!.Conjuncts.Select(node => new QueryTerm(node, Written(node, text)))]
                : []);

    /// <summary>The query with a term added; also for a query that cannot be read.</summary>
    public string With(string term)
    {
        IEnumerable<string> terms = All.Count > 0 ? All.Select(one => one.Text) : _text.Length > 0 ? [_text] : [];
        return Join(terms.Append(Enclosed(term)));
    }

    public string Without(int index) => Join(All.Where((_, i) => i != index).Select(term => term.Text));

    /// <summary>The query with another term at that index.</summary>
    public string Replace(int index, string term) => Join(All.Select((one, i) => i == index ? Enclosed(term) : one.Text));

    private static string Join(IEnumerable<string> terms) => string.Join(" and ", terms);

    // Without parentheses, an "or" would include the terms beside it.
    private static string Enclosed(string term) =>
        QueryParser.TryParse(term, out var tree, out _)
            && tree is QueryOr
            && !(QueryParser.TryParse($"{term} and x", out var joined, out _) && joined.Conjuncts[0].Equals(tree))
            ? $"({term})"
            : term;

    // The original text, if it means the same by itself.
    private static string Written(QueryNode node, string text)
    {
        var slice = text.Substring(node.Span.Start, node.Span.Length);
        return node is not QueryOr && QueryParser.TryParse(slice, out var again, out _) && node.Equals(again) ? slice
            : node is QueryOr ? $"({node})"
            : node.ToString()!;
    }
}

/// <param name="Text">Means the same by itself, and joined to others by <c>and</c>, as in the query.</param>
public sealed record QueryTerm(QueryNode Node, string Text);
