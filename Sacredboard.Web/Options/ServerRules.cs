using System.Net;
using Sacredboard.Data.Fields;
using Sacredboard.Web.CommandLine;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Options;

/// <summary>Checks the settings of the server.</summary>
internal static class ServerRules
{
    public static IEnumerable<string> Failures(SacredboardOptions options, StartSettings start)
    {
        string Name(string setting) => start.NameOf($"{SacredboardOptions.Section}:{setting}");

        if (options.Port is < 0 or > 65535)
        {
            yield return $"{Name(nameof(options.Port))}: is {options.Port}, allowed is a port from 0 (any free one) to 65535";
        }

        if (!BindAddress.TryParse(options.Bind, out var bind))
        {
            yield return $"{Name(nameof(options.Bind))}: is '{options.Bind}', allowed is an IP address, localhost, or * for every address";
        }
        else if (!bind.IsLoopback && !options.Insecure)
        {
            yield return $"{Name(nameof(options.Bind))}: '{options.Bind}' can be reached by others without sign-in; "
                + "allowed is 127.0.0.1, ::1 or localhost, or say --insecure (Sacredboard:Insecure) as well";
        }

        if (!IsSubUrl(options.SubUrl))
        {
            yield return $"{Name(nameof(options.SubUrl))}: is '{options.SubUrl}', allowed is a path such as /sacred: "
                + "it begins with /, and has letters, digits, -, _, . and ~ between slashes";
        }

        if (options.DeadAfterSeconds < 1)
        {
            yield return $"{Name(nameof(options.DeadAfterSeconds))}: is {options.DeadAfterSeconds}, allowed is a number of seconds from 1";
        }

        if (options.TimeZone.Length > 0 && VisitorZone.Find(options.TimeZone) is null)
        {
            yield return $"{Name(nameof(options.TimeZone))}: is '{options.TimeZone}', allowed is the name of a time zone such as "
                + "Europe/Berlin or UTC";
        }

        if (!RunField.TryParse(options.ContinuesField, out _, out _))
        {
            yield return $"{Name(nameof(options.ContinuesField))}: is '{options.ContinuesField}', allowed is a field such as "
                + "config.resume_from";
        }

        if (options.MetricCacheMegabytes is < 1 or > 1_000_000)
        {
            yield return $"{Name(nameof(options.MetricCacheMegabytes))}: is {options.MetricCacheMegabytes}, allowed is a number of "
                + $"megabytes from 1";
        }

        if (options.DocumentMegabytes is < 1 or > 1_000_000)
        {
            yield return $"{Name(nameof(options.DocumentMegabytes))}: is {options.DocumentMegabytes}, allowed is a number of "
                + $"megabytes from 1";
        }

        if (options.MetricStatisticsMegabytes is < 1 or > 1_000_000)
        {
            yield return $"{Name(nameof(options.MetricStatisticsMegabytes))}: is {options.MetricStatisticsMegabytes}, allowed is a "
                + $"number of megabytes from 1";
        }

        for (var i = 0; i < options.AllowedHosts.Count; i++)
        {
            if (!IsHost(options.AllowedHosts[i]))
            {
                yield return $"{Name($"AllowedHosts:{i}")}: is '{options.AllowedHosts[i]}', allowed is a host name without scheme and "
                    + $"port, such as lab.example.org or *.example.org";
            }
        }

        for (var i = 0; i < options.TrustedProxies.Count; i++)
        {
            if (!IPAddress.TryParse(options.TrustedProxies[i], out _) && !System.Net.IPNetwork.TryParse(options.TrustedProxies[i], out _))
            {
                yield return $"{Name($"TrustedProxies:{i}")}: is '{options.TrustedProxies[i]}', allowed is an IP address or a network "
                    + $"such as 10.0.0.0/8";
            }
        }
    }

    private static bool IsSubUrl(string path) =>
        path == "/"
        || (path.StartsWith('/')
            && path.TrimEnd('/')[1..].Split('/').All(part => part.Length > 0 && part.Trim('.').Length > 0 && part.All(IsPathCharacter)));

    private static bool IsPathCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~';

    private static bool IsHost(string host) =>
        Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host) is not UriHostNameType.Unknown;
}
