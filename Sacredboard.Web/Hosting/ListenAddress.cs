using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Sacredboard.Web.CommandLine;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.Hosting;

/// <summary>Chooses the port: the configured one, or the first free one of the next 49.</summary>
public sealed class ListenAddress(SacredboardOptions options, StartSettings start) : IConfigureOptions<KestrelServerOptions>
{
    private const int MaxPorts = 50;
    private const int MaxRequestLineBytes = 32 * 1024;

    /// <summary>Each open page has one or two; a dashboard that serves more needs a proxy.</summary>
    private const int MaxConnections = 1000;

    /// <summary>Whoever reads an answer more slowly for long loses the connection: unread answers take memory.</summary>
    private static readonly MinDataRate SlowestReader = new(bytesPerSecond: 4096, gracePeriod: TimeSpan.FromSeconds(10));

    public void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = BodyLimit.MaxBytes;
        kestrel.Limits.MaxConcurrentConnections = MaxConnections;
        kestrel.Limits.MinResponseDataRate = SlowestReader;
        // The URL holds the query and may hold many columns.
        kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;

        _ = BindAddress.TryParse(options.Bind, out var bind);
        var port = FreePort(bind!);
        foreach (var address in bind!.Addresses.Where(address =>
            address.AddressFamily != AddressFamily.InterNetworkV6 || Socket.OSSupportsIPv6))
        {
            kestrel.Listen(address, port);
        }
    }

    /// <exception cref="StartException">No port is free.</exception>
    public int FreePort(BindAddress bind)
    {
        var last = options.Port == 0 || options.Debug ? options.Port : Math.Min(options.Port + MaxPorts - 1, IPEndPoint.MaxPort);
        for (var port = options.Port; port <= last; port++)
        {
            if (bind.Addresses.All(address => IsFree(address, port)))
            {
                return port;
            }
        }

        var tried = last == options.Port ? $"port {last} is in use" : $"ports {options.Port} to {last} are all in use";
        throw new StartException(
            $"{start.NameOf("Sacredboard:Port")}: {tried} on {options.Bind}; allowed is another free port, or 0 for any");
    }

    private bool IsFree(IPAddress address, int port)
    {
        try
        {
            using var listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            if (address.Equals(IPAddress.IPv6Any))
            {
                // Like Kestrel, :: listens on IPv4 too.
                listener.DualMode = true;
            }

            listener.Bind(new IPEndPoint(address, port));
            listener.Listen();
            return true;
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new StartException(
                $"{start.NameOf("Sacredboard:Port")}: port {port} may not be used by this user; allowed is a port from 1024");
        }
        catch (SocketException exception)
            when (exception.SocketErrorCode is SocketError.AddressFamilyNotSupported && IPAddress.IsLoopback(address))
        {
            // Without IPv6, localhost is only 127.0.0.1.
            return true;
        }
        catch (SocketException)
        {
            throw new StartException(
                $"{start.NameOf("Sacredboard:Bind")}: '{options.Bind}' is no address of this machine; allowed is one of its own, or *");
        }
    }
}
