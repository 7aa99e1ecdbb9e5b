using Sacredboard.Data.Querying.Language;

namespace Sacredboard.Web.Models.Runs;

/// <summary>One term of the query, to be changed, switched off and on, and removed.</summary>
public sealed record QueryChip
{
    /// <summary>Its number, from 0; with <c>off</c> in front among those that are switched off.</summary>
    public required string Place { get; init; }

    public required string Text { get; init; }

    public required bool IsOn { get; init; }

    public required string SwitchUrl { get; init; }

    public required string RemoveUrl { get; init; }

    /// <summary>The term; null when it is changed as text only.</summary>
    public QueryCondition? Condition { get; init; }

    /// <summary>Where it stands in the query.</summary>
    public QuerySpan? Span { get; init; }

    public string? Values => Condition is null ? null : string.Join(", ", Condition.Values);

    /// <summary>One for each term of the query, then one for each that is switched off.</summary>
    public static IReadOnlyList<QueryChip> For(RunListQuery query, RunListUrls urls)
    {
        var terms = QueryTerms.Of(query.Text);
        return
        [
            .. terms.All.Select((term, i) => new QueryChip
            {
                Place = $"{i}",
                Text = term.Text,
                IsOn = true,
                SwitchUrl = urls.Ask(terms.Without(i), [.. query.Off, term.Text]),
                RemoveUrl = urls.Ask(terms.Without(i), query.Off),
                Condition = term.Node as QueryCondition,
                Span = term.Node.Span,
            }),
            .. query.Off.Select((term, i) => new QueryChip
            {
                Place = $"off{i}",
                Text = term,
                IsOn = false,
                SwitchUrl = urls.Ask(terms.With(term), [.. query.Off.Where((_, j) => j != i)]),
                RemoveUrl = urls.Ask(query.Text, [.. query.Off.Where((_, j) => j != i)]),
                Condition = QueryParser.TryParse(term, out var tree, out _) ? tree as QueryCondition : null,
            }),
        ];
    }
}
