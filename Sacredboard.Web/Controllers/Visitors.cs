using System.Net;

namespace Sacredboard.Web.Controllers;

/// <summary>Names the sender of a request.</summary>
internal static class Visitors
{
    /// <summary>The name of the signed-in user, or else the address of the client.</summary>
    public static string Visitor(this HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name } ? name
        : context.Connection.RemoteIpAddress is { } address
            && !IPAddress.IsLoopback(address) ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
        : "a user on this machine";
}
