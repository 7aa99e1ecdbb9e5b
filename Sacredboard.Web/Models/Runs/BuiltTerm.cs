using System.Globalization;

namespace Sacredboard.Web.Models.Runs;

/// <summary>What somebody put into the builder.</summary>
public sealed record BuiltTerm
{
    public string? Field { get; init; }

    /// <summary>The operator as it is written in a query.</summary>
    public string? Op { get; init; }

    public string? Value { get; init; }

    /// <summary>The <see cref="QueryChip.Place"/> of the term to be changed; a new one is added for anything else.</summary>
    public string? At { get; init; }

    public RunListQuery AddTo(RunListQuery query)
    {
        if (string.IsNullOrWhiteSpace(Field))
        {
            return query;
        }

        var term = TermWriter.Write(Field, Op, Value);
        var terms = QueryTerms.Of(query.Text);
        query = query with { Page = 1, Open = [] };
        if (At is ['o', 'f', 'f', ..] && TryIndex(At[3..], query.Off.Count, out var index))
        {
            return query with { Off = [.. query.Off.Select((off, i) => i == index ? term : off)] };
        }

        return query with { Text = TryIndex(At, terms.All.Count, out index) ? terms.Replace(index, term) : terms.With(term) };
    }

    private static bool TryIndex(string? text, int count, out int index) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out index) && index < count;
}
