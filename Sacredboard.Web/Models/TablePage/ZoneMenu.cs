using Sacredboard.Web.Formatting;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.TablePage;

/// <summary>The menu that chooses what a table's days and times are meant and shown in.</summary>
public sealed record ZoneMenu
{
    /// <summary>The name of the zone of the page.</summary>
    public required string Current { get; init; }

    /// <summary>The last part of its name: a city.</summary>
    public string Short => Current[(Current.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>The usual zone in words.</summary>
    public required string Usual { get; init; }

    public required bool IsUsual { get; init; }

    /// <summary>The same table in the zone that is used where none is chosen.</summary>
    public required string UsualUrl { get; init; }

    public required bool IsUtc { get; init; }

    public required string UtcUrl { get; init; }

    /// <summary>The chosen zone, if it is neither; else "".</summary>
    public required string Other { get; init; }

    /// <summary>Where the form for any other zone is sent.</summary>
    public required string Path { get; init; }

    /// <summary>The hidden fields of that form.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; }

    /// <param name="state">The table.</param>
    /// <param name="urls">Its addresses.</param>
    public static ZoneMenu Of(TableState state, TableUrls urls)
    {
        var chosen = state.Zone;
        var isUtc = chosen?.Equals(TimeZoneInfo.Utc) ?? false;
        return new()
        {
            Current = (chosen ?? VisitorZone.Current).Id,
            Usual = chosen is not null ? "The usual zone" : VisitorZone.Chosen is { } configured ? configured : "Your browser",
            IsUsual = chosen is null,
            UsualUrl = urls.To(state with { Zone = null }),
            IsUtc = isUtc,
            UtcUrl = urls.To(state with { Zone = TimeZoneInfo.Utc }),
            Other = chosen is null || isUtc ? "" : chosen.Id,
            Path = urls.Path,
            Fields = [.. urls.Fields("tz", "open")],
        };
    }
}
