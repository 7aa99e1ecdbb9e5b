namespace Sacredboard.Web.Options;

/// <summary>
/// Refuses settings of the web server that would open another address than the one that is asked for, or believe anyone's word.
/// </summary>
internal static class HostRules
{
    public static IEnumerable<string> Failures(IConfiguration configuration)
    {
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            yield return $"{endpoint.Path}: is not used; allowed is --bind and --port (Sacredboard:Bind, Sacredboard:Port)";
        }

        if (bool.TryParse(configuration["ForwardedHeaders_Enabled"], out var believesAnyone) && believesAnyone)
        {
            yield return "ForwardedHeaders_Enabled: would believe anyone; allowed are the addresses of the proxies, in "
                + "Sacredboard:TrustedProxies";
        }
    }
}
