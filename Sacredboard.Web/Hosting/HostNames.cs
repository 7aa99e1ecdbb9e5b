using System.Net;
using System.Net.NetworkInformation;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.Hosting;

/// <summary>
/// The host names that requests may use. A page of another site can make its own name resolve to this address; the browser then sends
/// that name, and is refused.
/// </summary>
public static class HostNames
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    public static IList<string> Allowed(SacredboardOptions options)
    {
        var names = new List<string>(Loopback);
        names.AddRange(options.AllowedHosts);
        if (BindAddress.TryParse(options.Bind, out var bind) && !bind.IsLoopback)
        {
            names.AddRange((bind.IsAny ? OwnAddresses() : bind.Addresses).Select(AsHost));
            names.Add(Environment.MachineName);
        }

        return names;
    }

    private static IEnumerable<IPAddress> OwnAddresses() =>
        NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(nic => nic.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address);

    private static string AsHost(IPAddress address) =>
        address.ToString() is var text && text.Contains(':') ? $"[{text.Split('%')[0]}]" : text;
}
