using Sacredboard.Web.Formatting;
using Sacredboard.Web.Options;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Hosting;

/// <summary>
/// Finds the <see cref="VisitorZone"/> of a request: the one that its address names, else the configured one, else the one that a script of
/// the page noted of the browser. The API and files do not depend on who asks: without one in the address they are in UTC.
/// </summary>
public static class VisitorZones
{
    /// <summary>The cookie in which the script notes the browser's zone.</summary>
    public const string Cookie = "sacredboard-zone";

    public static void UseVisitorZones(this IApplicationBuilder app, SacredboardOptions options)
    {
        var configured = VisitorZone.Find(options.TimeZone);
        app.Use((context, next) =>
        {
            if (VisitorZone.Find(context.Request.Query[TableParameters.Zone.Name].LastOrDefault()) is { } named)
            {
                VisitorZone.Use(named, isChosen: true);
            }
            else if (IsForPeople(context.Request.Path) && (configured ?? Noted(context.Request)) is { } usual)
            {
                VisitorZone.Use(usual, isChosen: configured is not null);
            }

            return next(context);
        });
    }

    private static bool IsForPeople(PathString path) =>
        !path.StartsWithSegments("/api")
        && !path.Value!.EndsWith(".csv", StringComparison.Ordinal) && !path.Value.EndsWith(".json", StringComparison.Ordinal);

    private static TimeZoneInfo? Noted(HttpRequest request) =>
        request.Cookies[Cookie] is { } noted ? VisitorZone.Find(Uri.UnescapeDataString(noted)) : null;
}
