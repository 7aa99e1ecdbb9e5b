using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.Hosting;

/// <summary>
/// Refuses orders that a page of another site makes, even with a good token: a browser says where an order comes from.
/// </summary>
public sealed class ForeignOrders(SacredboardOptions options) : IAuthorizationFilter
{
    private readonly StringSegment[] _ownNames = [.. HostNames.Allowed(options)];

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && IsForeign(request)
            && !context.Filters.OfType<IgnoreAntiforgeryTokenAttribute>().Any())
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        }
    }

    // Browsers send the site only over HTTPS and to this machine. A proxy may change the host, so that all own names count.
    private bool IsForeign(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "" => request.Headers[HeaderNames.Origin].ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && (from.Authority == request.Host.Value || HostString.MatchesAny(from.Host, _ownNames))),
        var site => site is not ("same-origin" or "none"),
    };
}
