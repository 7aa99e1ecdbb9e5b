using System.Globalization;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.ValuePage;

/// <summary>The words and icons of the ways to filter by a value.</summary>
internal static class ValueWords
{
    private const int MaxItem = 40;

    public static (string Icon, string Words) Of(ValueFilter filter, SacredValue? value)
    {
        var item = filter.Item is { } text ? $"“{Ellipsis.End(ValueText.Visible(text), MaxItem)}”" : null;
        return filter.Kind switch
        {
            ValueFilterKind.Same => ("filter", item is null ? "Only these" : $"Only with {item}"),
            ValueFilterKind.Other => ("slash-circle", item is null ? "Not these" : $"Not with {item}"),
            ValueFilterKind.SameDay =>
                ("clock", $"Only {((SacredDate)value!).Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} (UTC)"),
            ValueFilterKind.AtLeast => ("chevron-up", value is SacredDate ? "Since then" : "This or more"),
            ValueFilterKind.AtMost => ("chevron-down", value is SacredDate ? "Until then" : "This or less"),
            ValueFilterKind.Exists => ("check2", "Only where it is there"),
            _ => ("x-lg", "Only where it is not there"),
        };
    }
}
