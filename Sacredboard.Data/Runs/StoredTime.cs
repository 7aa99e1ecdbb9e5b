using System.Globalization;
using Sacredboard.Data.Values;
using Sacredboard.Data.Values.Python;

namespace Sacredboard.Data.Runs;

/// <summary>Reads a stored time: a date, or ISO 8601 text (UTC when it has no zone, as Sacred writes it).</summary>
public static class StoredTime
{
    // Sacred omits the fraction when it is zero; F accepts any number of digits.
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm:ssK",
    ];

    /// <summary>The time in UTC, or null when the value is not a time.</summary>
    public static DateTime? Read(SacredValue? value) => value switch
    {
        SacredDate date => date.Value,
        SacredTyped typed => Read(typed.Value),
        // The queue_time of a queued run is stored as jsonpickle.
        SacredObject tagged when Jsonpickle.Decode(tagged) is SacredTyped typed => Read(typed.Value),
        SacredText text when DateTime.TryParseExact(
            text.Value,
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time) => time,
        _ => null,
    };
}
