using System.Globalization;

namespace Sacredboard.Data.Values.Python;

/// <summary>Decodes Python's date types from their pickled bytes.</summary>
internal static class PythonDates
{
    /// <summary>
    /// A <c>datetime.datetime</c>, <c>date</c> or <c>time</c>; null when the bytes are invalid. A datetime without a zone is UTC, as
    /// Sacred writes it; a datetime whose zone has no stored offset stays text.
    /// </summary>
    /// <param name="type">The Python type: <c>datetime.datetime</c>, <c>datetime.date</c> or <c>datetime.time</c>.</param>
    /// <param name="bytes">10 bytes for a datetime, 4 for a date, 6 for a time, out of: year (2), month, day, hour, minute, second,
    /// microsecond (3).</param>
    /// <param name="zone">The decoded tzinfo, or null.</param>
    public static SacredValue? Decode(string type, byte[] bytes, SacredValue? zone)
    {
        try
        {
            return (type, bytes.Length) switch
            {
                ("datetime.datetime", 10) => InZone(Date(bytes).Add(Time(bytes.AsSpan(4))), zone),
                ("datetime.date", 4) => new SacredText(Date(bytes).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("datetime.time", 6) => new SacredText(
                    (DateTime.UnixEpoch + Time(bytes)).ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture)),
                _ => null,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The UTC offset of a decoded <c>datetime.timezone</c>, or null.</summary>
    public static TimeSpan? Offset(SacredValue? zone)
    {
        var text = zone is SacredTyped { Value: SacredText name } ? name.Value : null;
        return text == "UTC" ? TimeSpan.Zero
            : text is ['U', 'T', 'C', '+' or '-', ..]
                && TimeSpan.TryParse(text[3] == '+' ? text[4..] : text[3..], CultureInfo.InvariantCulture, out var offset) ? offset
            : null;
    }

    // The highest bit of the month is Python's fold flag of an ambiguous hour.
    private static DateTime Date(byte[] bytes) =>
        new((bytes[0] << 8) | bytes[1], bytes[2] & 0x7F, bytes[3], 0, 0, 0, DateTimeKind.Utc);

    private static TimeSpan Time(ReadOnlySpan<byte> bytes)
    {
        var (hour, minute, second) = (bytes[0] & 0x7F, bytes[1], bytes[2]);
        var microseconds = (bytes[3] << 16) | (bytes[4] << 8) | bytes[5];
        return hour < 24 && minute < 60 && second < 60 && microseconds < 1_000_000
            ? new TimeSpan(hour, minute, second) + TimeSpan.FromMicroseconds(microseconds)
            : throw new ArgumentOutOfRangeException(nameof(bytes));
    }

    private static SacredValue InZone(DateTime local, SacredValue? zone)
    {
        if (zone is null or SacredNull)
        {
            return new SacredDate(local);
        }

        return Offset(zone) is { } offset
            ? new SacredDate(local - offset)
            : new SacredText(local.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF ", CultureInfo.InvariantCulture) + PythonText.Of(zone));
    }
}
