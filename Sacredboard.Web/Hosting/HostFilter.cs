using System.Collections.Concurrent;
using System.Net.Mime;
using Microsoft.Extensions.Primitives;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.Hosting;

/// <summary>Refuses host names that are not of this machine, and says which setting allows them; see <see cref="HostNames"/>.</summary>
public sealed class HostFilter(SacredboardOptions options, ILogger<HostFilter> logger) : IStartupFilter
{
    // Anyone can send any name.
    private const int MaxLogged = 20;
    private const int MaxName = 100;

    private readonly StringSegment[] _allowed = [.. HostNames.Allowed(options)];
    private readonly ConcurrentDictionary<string, bool> _logged = new();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, nextInLine) => IsAllowed(context.Request.Host) ? nextInLine(context) : RefuseAsync(context));
        next(app);
    };

    private bool IsAllowed(HostString host) => host.HasValue && HostString.MatchesAny(host.Host, _allowed);

    private Task RefuseAsync(HttpContext context)
    {
        var name = Ellipsis.End(ValueText.Visible(context.Request.Host.Host ?? ""), MaxName);
        if (_logged.Count < MaxLogged && _logged.TryAdd(name, true))
        {
            logger.LogWarning("Refused the host name '{Name}'. If it is this machine's, add it to Sacredboard:AllowedHosts.", name);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = MediaTypeNames.Text.Plain;
        return context.Response.WriteAsync(name.Length == 0
            ? "400 Bad Request\n\nThe request names no host.\n"
            : $"400 Bad Request\n\nSacredboard does not answer to the host name '{name}'. If it is a name of this machine or of its proxy, "
                + $"add it to the setting Sacredboard:AllowedHosts (in the environment Sacredboard__AllowedHosts__0={name}).\n");
    }
}
