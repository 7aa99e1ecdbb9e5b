using System.Globalization;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Suggesting;

/// <summary>Writes values as in queries.</summary>
internal static class WrittenValue
{
    /// <summary>Null for values that queries cannot contain: lists and objects.</summary>
    public static string? Of(SacredValue value) => value switch
    {
        SacredText text => QueryValue.Of(text.Value).ToString(),
        SacredInteger number => QueryValue.Of(number.Value).ToString(),
        SacredDouble number => QueryValue.Of(number.Value).ToString(),
        SacredBoolean boolean => QueryValue.Of(boolean.Value).ToString(),
        SacredDate date => QueryValue.Of(date.Value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)).ToString(),
        SacredNull => QueryValue.Null.ToString(),
        _ => null,
    };
}
