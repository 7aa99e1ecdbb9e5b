using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Sacredboard.Web.SavedViews;

/// <summary>Tells visitors apart who are not signed in, by where they come from. It is no proof of who they are.</summary>
public static class ViewMaker
{
    /// <summary>The half of an address of IPv6 that one household or machine has for itself, in bytes.</summary>
    private const int Network = 8;

    /// <summary>A hash of the address, so that the file with the views does not say who was here.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = address.GetAddressBytes();
        var isNetwork = address.AddressFamily == AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(address);
        return Convert.ToHexStringLower(SHA256.HashData(isNetwork ? bytes.AsSpan(0, Network) : bytes))[..16];
    }
}
