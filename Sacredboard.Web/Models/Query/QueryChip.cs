using Sacredboard.Web.Query;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.Query;

/// <summary>One term of the query that can be changed, switched off and on, and removed.</summary>
public sealed record QueryChip
{
    /// <summary>Each link of a term holds all others, so that those of thousands would take a hundred megabytes.</summary>
    private const int MaxLinkCharacters = 256 * 1024;

    private const int LinksPerTerm = 3;
    private const int FewTerms = 5;

    public required TermPlace Place { get; init; }

    public required string Text { get; init; }

    public required string SwitchUrl { get; init; }

    public required string RemoveUrl { get; init; }

    /// <summary>The address of the table with the builder open on the term.</summary>
    public required string EditUrl { get; init; }

    /// <summary>The builder is open on it.</summary>
    public required bool IsEdited { get; init; }

    /// <summary>
    /// One for each term of the query, then one for each that is switched off; and how many terms of the query are left out.
    /// </summary>
    public static (IReadOnlyList<QueryChip> Chips, int More) For(TableState state, TableUrls urls)
    {
        var terms = QueryTerms.Of(state.Text);
        var length = terms.All.Sum(term => term.Text.Length + " and ".Length);
        var shown = Math.Clamp(MaxLinkCharacters / Math.Max(1, LinksPerTerm * length), FewTerms, Math.Max(FewTerms, terms.All.Count));
        return (
            [.. terms.All.Take(shown).Select((term, i) => On(term.Text, i)), .. state.Off.Select(Off)],
            Math.Max(0, terms.All.Count - shown));

        QueryChip On(string term, int i) => new()
        {
            Place = new(i, IsOn: true),
            Text = term,
            SwitchUrl = urls.WithQuery(terms.Without(i), [.. state.Off, term]),
            RemoveUrl = urls.WithQuery(terms.Without(i), state.Off),
            EditUrl = urls.Edit(new(new(i, IsOn: true))),
            IsEdited = state.Edit?.Place == new TermPlace(i, IsOn: true),
        };

        QueryChip Off(string term, int i) => new()
        {
            Place = new(i, IsOn: false),
            Text = term,
            SwitchUrl = urls.WithQuery(terms.With(term), [.. state.Off.Where((_, j) => j != i)]),
            RemoveUrl = urls.WithQuery(state.Text, [.. state.Off.Where((_, j) => j != i)]),
            EditUrl = urls.Edit(new(new(i, IsOn: false))),
            IsEdited = state.Edit?.Place == new TermPlace(i, IsOn: false),
        };
    }
}
