using System.Text.RegularExpressions;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Web.Formatting;

/// <summary>
/// The time zone of the request: what its page shows times in, and what the days of its query are meant in. It accompanies the request as
/// .NET's culture does, because nearly everything that is shown or asked has a time somewhere.
/// </summary>
public static partial class VisitorZone
{
    private static readonly AsyncLocal<Choice?> Ambient = new();

    /// <summary>UTC where nothing is known of the visitor, in the API and in files.</summary>
    public static TimeZoneInfo Current => Ambient.Value?.Zone ?? TimeZoneInfo.Utc;

    /// <summary>The name of the zone if the address or a setting chose it; null when it is the browser's own.</summary>
    public static string? Chosen => Ambient.Value is { IsChosen: true } choice ? choice.Zone.Id : null;

    public static void Use(TimeZoneInfo zone, bool isChosen) => Ambient.Value = new(zone, isChosen);

    /// <summary>A zone by its name, such as Europe/Berlin; null when there is none.</summary>
    public static TimeZoneInfo? Find(string? name) =>
        name is { Length: <= 64 } && Name().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <summary>What clocks of the visitor show at this moment (UTC).</summary>
    public static DateTime Of(DateTime utc) => ZonedTime.In(Current, utc);

    [GeneratedRegex("^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    private sealed record Choice(TimeZoneInfo Zone, bool IsChosen);
}
