using Microsoft.AspNetCore.HttpOverrides;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.Hosting;

/// <summary>Whose word is believed about where a request came from.</summary>
public static class TrustedProxies
{
    public static void Configure(ForwardedHeadersOptions forwarded, SacredboardOptions options)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.All;
        forwarded.AllowedHosts = HostNames.Allowed(options);
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in options.TrustedProxies)
        {
            if (System.Net.IPAddress.TryParse(proxy, out var address))
            {
                forwarded.KnownProxies.Add(address);
            }
            else
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }
    }
}
