using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Sacredboard.Web.Options;

/// <summary>The addresses to listen on.</summary>
/// <param name="Addresses">One address, or for <c>localhost</c> both loopback addresses.</param>
public sealed record BindAddress(IReadOnlyList<IPAddress> Addresses)
{
    public bool IsLoopback => Addresses.All(IPAddress.IsLoopback);

    public bool IsAny => Addresses.Any(address => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));

    public static bool TryParse(string text, [NotNullWhen(true)] out BindAddress? bind)
    {
        bind = text.ToLowerInvariant() switch
        {
            "localhost" => new([IPAddress.Loopback, IPAddress.IPv6Loopback]),
            "*" => new([IPAddress.IPv6Any]),
            // The parser accepts "1" and "0x7f.1", which are typing errors.
            _ when text.Contains('.') || text.Contains(':') => IPAddress.TryParse(text, out var address) ? new([address]) : null,
            _ => null,
        };
        return bind is not null;
    }
}
