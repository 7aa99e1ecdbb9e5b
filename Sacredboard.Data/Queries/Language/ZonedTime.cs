namespace Sacredboard.Data.Queries.Language;

/// <summary>Moments between the time of a zone and UTC, for any date.</summary>
public static class ZonedTime
{
    /// <summary>What clocks in the zone show at this moment (UTC).</summary>
    public static DateTime In(TimeZoneInfo zone, DateTime utc) =>
        Moved(utc, zone.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).Ticks, DateTimeKind.Unspecified);

    /// <summary>When clocks in the zone show this time (UTC); the later moment when they do so twice.</summary>
    public static DateTime ToUtc(TimeZoneInfo zone, DateTime shown)
    {
        var local = DateTime.SpecifyKind(shown, DateTimeKind.Unspecified);
        return Moved(local, -zone.GetUtcOffset(local).Ticks, DateTimeKind.Utc);
    }

    private static DateTime Moved(DateTime time, long ticks, DateTimeKind kind) =>
        new(Math.Clamp(time.Ticks + ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), kind);
}
