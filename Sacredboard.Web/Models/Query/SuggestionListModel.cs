using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Suggesting;

namespace Sacredboard.Web.Models.Query;

/// <summary>Suggestions for the query box, as JSON.</summary>
/// <param name="From">Start of the text that a suggestion replaces.</param>
/// <param name="To">End of that text.</param>
public sealed record SuggestionListModel(int From, int To, IReadOnlyList<SuggestionModel> Items)
{
    public static SuggestionListModel Of(SuggestionList list) => new(list.From, list.To, [.. list.Items.Select(SuggestionModel.Of)]);
}

/// <param name="Kind"><c>field</c>, <c>function</c>, <c>metric</c>, <c>operator</c>, <c>value</c> or <c>word</c>.</param>
/// <param name="Root">Of a field: <c>own</c>, <c>config</c>, <c>info</c>, …; null for others.</param>
public sealed record SuggestionModel(string Text, string Kind, string After, int? Count, string? Detail, string? Root)
{
    public static SuggestionModel Of(Suggestion suggestion) =>
        new(
            suggestion.Text,
            suggestion.Kind.ToString().ToLowerInvariant(),
            suggestion.After,
            suggestion.Count,
            suggestion.Detail,
            RootOf(suggestion));

    private static string? RootOf(Suggestion suggestion) =>
        suggestion.Kind == SuggestionKind.Field && RunField.TryParse(suggestion.Text, out var field, out _)
            ? field!.Root.ToString().ToLowerInvariant()
            : null;
}
