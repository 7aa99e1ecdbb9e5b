using System.Globalization;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Query;

/// <summary>Which of a view's terms: one of its query, or one of those that are switched off.</summary>
/// <param name="Index">From 0, among its like.</param>
/// <param name="IsOn">It is one of the query.</param>
public readonly record struct TermPlace(int Index, bool IsOn)
{
    private const string Off = "off";

    public static TermPlace? Parse(string? text)
    {
        var isOff = text?.StartsWith(Off, StringComparison.Ordinal) == true;
        return int.TryParse(isOff ? text.AsSpan(Off.Length) : text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? new(index, !isOff) : null;
    }

    /// <summary>Where a view has this very term; null where it has none.</summary>
    public static TermPlace? Find(TableState query, string term)
    {
        foreach (var isOn in (ReadOnlySpan<bool>)[true, false])
        {
            if (Terms(query, isOn).IndexOf(term) is >= 0 and var index)
            {
                return new(index, isOn);
            }
        }

        return null;
    }

    /// <summary>The term that a view has there; null where it has none.</summary>
    public string? In(TableState query) => Terms(query, IsOn).ElementAtOrDefault(Index);

    /// <summary>The view with another term there.</summary>
    public TableState Replace(TableState query, string term)
    {
        var index = Index;
        return IsOn
            ? query with { Text = QueryTerms.Of(query.Text).Replace(index, term) }
            : query with { Off = [.. query.Off.Select((off, i) => i == index ? term : off)] };
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsOn ? "" : Off)}{Index}");

    private static List<string> Terms(TableState query, bool isOn) => isOn ? [.. QueryTerms.Of(query.Text).All.Select(term => term.Text)] : [.. query.Off];
}
