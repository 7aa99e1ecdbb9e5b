using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Sacredboard.Data.Queries.Language;

/// <summary>Reads the values that are written without quotes.</summary>
internal static partial class QueryLiterals
{
    /// <summary>Configs hold no longer numbers, and parsing them takes time.</summary>
    private const int MaxDigits = 1000;

    private static readonly string[] DateFormats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    public static bool TryWhole(string word, out BigInteger value)
    {
        value = default;
        return WholePattern().IsMatch(word)
            && BigInteger.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    public static bool TryReal(string word, out double value)
    {
        value = word.ToLowerInvariant() switch
        {
            "nan" => double.NaN,
            "inf" or "+inf" or "infinity" or "+infinity" => double.PositiveInfinity,
            "-inf" or "-infinity" => double.NegativeInfinity,
            _ => 0,
        };
        return value != 0
            || (word.Length <= MaxDigits
                && RealPattern().IsMatch(word)
                && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out value));
    }

    public static string Print(double value) =>
        double.IsNaN(value) ? "nan"
        : double.IsInfinity(value) ? value > 0 ? "inf" : "-inf"
        : value.ToString("R", CultureInfo.InvariantCulture) is var text && text.AsSpan().IndexOfAny(".E") < 0 ? text + ".0" : text;

    public static bool IsNull(string word) => word.Equals("null", StringComparison.OrdinalIgnoreCase) || word == "None";

    /// <summary>An ISO date or time.</summary>
    /// <param name="date">The moment in UTC, where a text without a zone counts as UTC.</param>
    /// <param name="isZoned">The text names its zone.</param>
    public static bool TryDate(string text, out DateTime date, out bool isZoned)
    {
        date = default;
        isZoned = text.Length > 10
            && DateTime.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var written)
            && written.Kind != DateTimeKind.Unspecified;
        return text.Length is >= 10 and <= 40
            && DateTime.TryParseExact(
                text,
                DateFormats,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out date);
    }

    /// <summary><c>-7d</c>, <c>+1h</c>, <c>now</c>, <c>today</c>, <c>yesterday</c>; the length of the words is zero.</summary>
    public static bool TryRelative(string word, out TimeSpan length)
    {
        length = default;
        if (IsDayWord(word) || word.Equals("now", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (word is not ['+' or '-', ..] || !TryDuration(word[1..], out length))
        {
            return false;
        }

        length = word[0] == '-' ? -length : length;
        return true;
    }

    /// <summary><c>90s</c>, <c>2h</c>, <c>1h30m</c>, <c>1.5d</c>, <c>2w</c>, <c>250ms</c>.</summary>
    public static bool TryDuration(string word, out TimeSpan length)
    {
        length = default;
        if (word.Length > 40 || !char.IsAsciiDigit(word.FirstOrDefault()) || DurationPattern().Match(word) is not { Success: true } match)
        {
            return false;
        }

        var seconds = 0d;
        for (var i = 0; i < match.Groups[1].Captures.Count; i++)
        {
            seconds += double.Parse(
                match.Groups[1].Captures[i].ValueSpan,
                CultureInfo.InvariantCulture) * UnitSeconds(match.Groups[2].Captures[i].Value);
        }

        // About ten thousand years, which a TimeSpan can hold.
        length = seconds < 3e11 ? TimeSpan.FromSeconds(seconds) : default;
        return seconds < 3e11;
    }

    /// <param name="zone">Where days begin at midnight.</param>
    public static DateTime Moment(string word, TimeSpan length, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (IsDayWord(word))
        {
            return ZonedTime.ToUtc(zone, ZonedTime.In(zone, now.UtcDateTime).Date.AddDays(word.Length == "today".Length ? 0 : -1));
        }

        var ticks = Math.Clamp((decimal)now.UtcTicks + length.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new DateTime((long)ticks, DateTimeKind.Utc);
    }

    /// <summary>True for <c>today</c> and <c>yesterday</c>: they change only once a day.</summary>
    public static bool IsDayWord(string word) =>
        word.Equals("today", StringComparison.OrdinalIgnoreCase) || word.Equals("yesterday", StringComparison.OrdinalIgnoreCase);

    private static double UnitSeconds(string unit) => unit switch
    {
        "ms" => 0.001,
        "s" => 1,
        "m" => 60,
        "h" => 3600,
        "d" => 86_400,
        _ => 604_800,
    };

    [GeneratedRegex(@"^[+-]?[0-9]{1,1000}\z", RegexOptions.CultureInvariant)]
    private static partial Regex WholePattern();

    [GeneratedRegex(@"^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex RealPattern();

    [GeneratedRegex(@"^(?:([0-9]+(?:\.[0-9]+)?)(ms|s|m|h|d|w))+\z", RegexOptions.CultureInvariant)]
    private static partial Regex DurationPattern();
}
