namespace Sacredboard.Data.Queries.Language;

/// <summary>A parsed text: its tree or, when it is not a query, the error.</summary>
internal sealed record QueryText(QueryNode? Tree, QueryError? Error)
{
    public static QueryText Parse(string text) =>
        QueryParser.TryParse(text, out var tree, out var error) ? new(tree, null) : new(null, error);
}
