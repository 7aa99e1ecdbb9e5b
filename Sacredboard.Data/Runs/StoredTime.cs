using System.Globalization;
using Sacredboard.Data.Values;
using Sacredboard.Data.Values.Python;

namespace Sacredboard.Data.Runs;

/// <summary>A time as the backends store it: a date, or ISO 8601 text (without a zone it is UTC, as Sacred writes it).</summary>
public static class StoredTime
{
    // Sacred leaves the fraction out when it is zero; F takes what is there.
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm:ssK",
    ];

    /// <summary>The time in UTC, or null when the value is none.</summary>
    public static DateTime? Read(SacredValue? value) => value switch
    {
        SacredDate date => date.Value,
        SacredTyped typed => Read(typed.Value),
        // As jsonpickle writes the queue_time of a queued run.
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
