using System.Globalization;

namespace Sacredboard.Web.Formatting;

/// <summary>Formats times (UTC), for people in the <see cref="VisitorZone"/>, which stands beside them.</summary>
public static class TimeText
{
    /// <summary>For <c>datetime</c> attributes and JSON: 2026-11-23T11:00:51.876Z.</summary>
    public static string Iso(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>For display, exact to the second: 2026-11-23 11:00:51 UTC.</summary>
    public static string Exact(DateTime at) =>
        $"{VisitorZone.Of(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} {VisitorZone.Current.Id}";

    /// <summary>The time of day alone: 11:00:51.</summary>
    public static string Clock(DateTimeOffset at) => VisitorZone.Of(at.UtcDateTime).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
