using Sacredboard.Data.Queries.Language;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.Query;

/// <summary>What the days and times of a query are meant in.</summary>
/// <param name="Zone">The name of the zone.</param>
/// <param name="OtherUrl">The same table in another zone; null when there is no choice.</param>
/// <param name="Other">That zone in words.</param>
public sealed record ZoneNote(string Zone, string? OtherUrl, string Other)
{
    /// <summary>Null when the query asks for none.</summary>
    public static ZoneNote? Of(TableState state, TableUrls urls)
    {
        if (!QueryParser.TryParse(state.Text, out var tree, out _) || !tree.DependsOnZone)
        {
            return null;
        }

        var zone = state.Zone ?? VisitorZone.Current;
        return state.Zone is not null ? new(zone.Id, urls.To(state with { Zone = null }), "the usual zone")
            : zone.Equals(TimeZoneInfo.Utc) ? new(zone.Id, null, "")
            : new(zone.Id, urls.To(state with { Zone = TimeZoneInfo.Utc }), "UTC");
    }
}
