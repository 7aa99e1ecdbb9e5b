namespace Sacredboard.Data.Queries.Language;

/// <summary>A text as a query: its tree, or else why it is none.</summary>
internal sealed record QueryText(QueryNode? Tree, QueryError? Error)
{
    public static QueryText Parse(string text) => QueryParser.TryParse(text, out var tree, out var error) ? new(tree, null) : new(null, error);
}
