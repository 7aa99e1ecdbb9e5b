using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Web.Query;

/// <summary>The terms of a query that are joined by <c>and</c> at its top, each as it was written.</summary>
public sealed class QueryTerms
{
    private readonly string _text;

    private QueryTerms(string text, IReadOnlyList<QueryTerm> all) => (_text, All) = (text, all);

    /// <summary>None where the query cannot be read.</summary>
    public IReadOnlyList<QueryTerm> All { get; }

    public static QueryTerms Of(string text) =>
        new(text.Trim(), QueryParser.TryParse(text, out var tree, out _) ? [.. tree!.Conjuncts.Select(node => new QueryTerm(node, Written(node, text)))] : []);

    /// <summary>The query with another term; one that cannot be read keeps its fault.</summary>
    public string With(string term)
    {
        IEnumerable<string> terms = All.Count > 0 ? All.Select(one => one.Text) : _text.Length > 0 ? [_text] : [];
        return Join(terms.Append(Enclosed(term)));
    }

    public string Without(int index) => Join(All.Where((_, i) => i != index).Select(term => term.Text));

    /// <summary>The query with another term in that place.</summary>
    public string Replace(int index, string term) => Join(All.Select((one, i) => i == index ? Enclosed(term) : one.Text));

    private static string Join(IEnumerable<string> terms) => string.Join(" and ", terms);

    // Without parentheses, an or would take its neighbours for its own.
    private static string Enclosed(string term) =>
        QueryParser.TryParse(term, out var tree, out _) && tree is QueryOr && !(QueryParser.TryParse($"{term} and x", out var joined, out _) && joined.Conjuncts[0].Equals(tree))
            ? $"({term})"
            : term;

    // In the words of whoever wrote it, where these words alone mean the same.
    private static string Written(QueryNode node, string text)
    {
        var slice = text.Substring(node.Span.Start, node.Span.Length);
        return node is not QueryOr && QueryParser.TryParse(slice, out var again, out _) && node.Equals(again) ? slice
            : node is QueryOr ? $"({node})"
            : node.ToString()!;
    }
}

/// <param name="Text">By itself, and joined to others by <c>and</c>, it means what it meant in the query.</param>
public sealed record QueryTerm(QueryNode Node, string Text);
