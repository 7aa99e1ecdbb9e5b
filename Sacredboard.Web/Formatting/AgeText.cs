using System.Globalization;

namespace Sacredboard.Web.Formatting;

/// <summary>
/// How long ago something was: "2 h ago", or its date when that is long ago. <c>wwwroot/js/shared/times.js</c> does the same.
/// </summary>
public static class AgeText
{
    /// <summary>From so many days on the date says more.</summary>
    private const int OldDays = 30;

    /// <summary>Whole units, rounded down; "in 3 h" for a future time: clocks differ, by less than a minute often.</summary>
    public static string Of(DateTime at, DateTimeOffset now)
    {
        var age = now.UtcDateTime - at;
        return IsDate(at, now) ? VisitorZone.Of(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : age.TotalSeconds >= 1 ? $"{Span(age)} ago"
            : age.TotalMinutes > -1 ? "now"
            : $"in {Span(age.Duration())}";
    }

    /// <summary>True when the text is a date, which says nothing beside the exact time.</summary>
    public static bool IsDate(DateTime at, DateTimeOffset now) => (now.UtcDateTime - at).Duration().TotalDays >= OldDays;

    private static string Span(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => $"{age.Seconds} s",
        { TotalHours: < 1 } => $"{age.Minutes} min",
        { TotalDays: < 1 } => $"{age.Hours} h",
        _ => $"{age.Days} d",
    };
}
