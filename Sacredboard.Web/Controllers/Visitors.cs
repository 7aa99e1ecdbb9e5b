using System.Net;

namespace Sacredboard.Web.Controllers;

/// <summary>What to call whoever sent a request.</summary>
internal static class Visitors
{
    /// <summary>The name of who signed in; without one the address that the request came from.</summary>
    public static string Visitor(this HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name } ? name
        : context.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address) ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
        : "somebody on this machine";
}
