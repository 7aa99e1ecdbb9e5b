using System.Globalization;
using Sacredboard.Data.Runs;

namespace Sacredboard.Web.Formatting;

/// <summary>How long something took: "12 m 3 s", "1 h 02 m". <c>wwwroot/js/shared/times.js</c> uses the same words.</summary>
public static class DurationText
{
    /// <summary>The two largest units; tenths of a second below ten seconds.</summary>
    public static string Of(TimeSpan duration)
    {
        var text = Length(duration.Duration());
        return duration < TimeSpan.Zero ? "−" + text : text;
    }

    /// <summary>Why the duration of a run is not known although its times are.</summary>
    public static string WrongClock(RunSpan span) =>
        $"Started {TimeText.Exact(span.Start)}, {(span.IsGoingOn ? "now it is" : "ended")} {TimeText.Exact(span.End)}: a clock was wrong.";

    private static string Length(TimeSpan length) => length switch
    {
        { TotalSeconds: < 10 } => (Math.Floor(length.TotalSeconds * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture) + " s",
        { TotalMinutes: < 1 } => $"{length.Seconds} s",
        { TotalHours: < 1 } => $"{length.Minutes} m {length.Seconds} s",
        { TotalDays: < 1 } => $"{length.Hours} h {length.Minutes:00} m",
        _ => $"{length.Days} d {length.Hours} h",
    };
}
