namespace Sacredboard.Data.Queries.Language;

/// <summary>A parsed text: its tree or, when it is not a query, the error.</summary>
internal sealed record QueryText(QueryNode? Tree, QueryError? Error)
{
    /// <param name="zone">What its days and times are meant in.</param>
    public static QueryText Parse(string text, TimeZoneInfo zone) =>
        !QueryParser.TryParse(text, out var tree, out var error) ? new(null, error)
        : new(tree.DependsOnZone ? tree.In(zone) : tree, null);
}
