using System.ComponentModel.DataAnnotations;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Web.Query;

namespace Sacredboard.Web.Table;

/// <summary>A term as the builder's form sends it: a field, a condition and a value, or a text.</summary>
public sealed record BuiltTerm
{
    public string? Field { get; init; }

    /// <summary>The operator as it is written in a query.</summary>
    public string? Op { get; init; }

    public string? Value { get; init; }

    /// <summary>The term as text; null where field and condition give it.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Text { get; init; }

    /// <summary>The <see cref="TermPlace"/> of the term to change; anything else adds a term.</summary>
    public string? At { get; init; }

    /// <summary>The term's text when the builder was opened, because the query may have changed since then.</summary>
    public string? Was { get; init; }

    /// <summary>The form to switch to, <c>text</c> or <c>fields</c>; null when the term is done.</summary>
    public string? As { get; init; }

    /// <summary>The table with the term in its query; the builder stays open if the term cannot be read or is not done.</summary>
    public TableState AddTo(TableState state)
    {
        var term = Text?.Trim() ?? (string.IsNullOrWhiteSpace(Field) ? null : TermWriter.Write(Field, Op, Value));
        var place = Place(state);
        if (As is not null)
        {
            return state with { Edit = new(place, place is { } at && term == state.TermAt(at) ? null : term, As == "text") };
        }

        if (term is null)
        {
            return state;
        }

        if (term.Length == 0 || !QueryParser.TryParse(term, out _, out _))
        {
            return state with { Edit = new(place, term, AsText: true) };
        }

        state = state with { Page = 1, Open = [] };
        return place is { } there ? state.WithTerm(there, term) : state with { Text = QueryTerms.Of(state.Text).With(term) };
    }

    private TermPlace? Place(TableState state)
    {
        var place = TermPlace.Parse(At);
        var there = place is { } at ? state.TermAt(at) : null;
        return there is not null && (Was is null || Was == there) ? place
            : place is not null && Was is not null ? state.PlaceOf(Was)
            : null;
    }
}
