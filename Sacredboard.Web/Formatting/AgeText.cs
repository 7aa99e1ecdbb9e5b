namespace Sacredboard.Web.Formatting;

/// <summary>How long ago something was: "2 h ago". <c>wwwroot/js/shared/times.js</c> uses the same words.</summary>
public static class AgeText
{
    /// <summary>Whole units, rounded down; "in 3 h" for a future time (clocks differ).</summary>
    public static string Of(DateTime at, DateTimeOffset now)
    {
        var age = now.UtcDateTime - at;
        var span = Span(age.Duration());
        return span is null ? "now" : age > TimeSpan.Zero ? $"{span} ago" : $"in {span}";
    }

    private static string? Span(TimeSpan age) => age switch
    {
        { TotalSeconds: < 1 } => null,
        { TotalMinutes: < 1 } => $"{age.Seconds} s",
        { TotalHours: < 1 } => $"{age.Minutes} min",
        { TotalDays: < 1 } => $"{age.Hours} h",
        { TotalDays: < 60 } => $"{age.Days} d",
        { TotalDays: < 730 } => $"{age.Days / 30} mo",
        _ => $"{age.Days / 365} y",
    };
}
