using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Sacredboard.Data.Stores.Sql.Dialects;

/// <summary>A database on a server.</summary>
/// <param name="url">Where it is; holds the password.</param>
/// <param name="defaultPort">The port of this kind of server.</param>
internal abstract class SqlServer(SqlUrl url, int defaultPort) : SqlDatabase
{
    /// <summary>As many readings of visitors go on at a time.</summary>
    public const int MaxVisits = 8;

    /// <summary>In seconds; pages should report an unreachable server quickly.</summary>
    protected const int ConnectTimeout = 5;

    /// <summary>In seconds, until the server sends something.</summary>
    protected const int CommandTimeout = 60;

    /// <summary>No more connections than readings of visitors, and one for what keeps the catalog current.</summary>
    protected const int MaxConnections = MaxVisits + 1;

    public override StorePlace Place { get; } = new($"{url.Dialect}://{Address(url, defaultPort)}/{url.Database}")
    {
        Scheme = url.Dialect,
        Host = Address(url, defaultPort),
        Database = url.Database,
    };

    public override string Title => $"The {Kind} server {Place.Host}";

    public override string ShortName => url.Database;

    public override string ObserverUrl => Place.Name;

    protected SqlUrl Url => url;

    /// <summary>What users call this kind of server.</summary>
    protected abstract string Kind { get; }

    /// <summary>The file of a socket or its directory, or the host.</summary>
    protected string Host => Option("unix_socket") ?? url.Host ?? Option("host") ?? "localhost";

    protected int Port => url.Port ?? (int.TryParse(Option("port"), CultureInfo.InvariantCulture, out var port) ? port : defaultPort);

    protected string? Option(params ReadOnlySpan<string> names)
    {
        foreach (var (name, value) in url.Options)
        {
            if (names.Contains(name))
            {
                return value;
            }
        }

        return null;
    }

    public sealed override RunStoreException? Translate(Exception exception) => OfServer(exception) ?? exception switch
    {
        DbException or SocketException or IOException or TimeoutException or AuthenticationException =>
            Problem(RunStoreProblem.Unreachable, Unreachable(exception), exception),
        InvalidCastException or FormatException or OverflowException or DecoderFallbackException =>
            Problem(RunStoreProblem.Unreadable, "sends what cannot be read.", exception),
        _ => null,
    };

    /// <summary>What the server itself says; null for all else.</summary>
    protected abstract RunStoreException? OfServer(Exception exception);

    /// <summary>Why no answer came, as the end of a sentence that begins with the server.</summary>
    private static string Unreachable(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is AuthenticationException)
            {
                return "ends the TLS connection, or has a certificate that this machine does not accept.";
            }

            if (exception is SocketException socket)
            {
                return socket.SocketErrorCode switch
                {
                    SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain =>
                        "is not known by this name: check its spelling, and that this machine is in its network.",
                    SocketError.ConnectionRefused =>
                        "refuses the connection: check the port, and that the server runs and listens on this network.",
                    SocketError.HostUnreachable or SocketError.NetworkUnreachable => "cannot be reached from this network.",
                    _ => "does not answer: a firewall may be between, or it is too busy.",
                };
            }
        }

        return "does not answer: a firewall may be between, or it is too busy.";
    }

    private static string Address(SqlUrl url, int defaultPort)
    {
        var host = url.Host ?? "localhost";
        return $"{(host.Contains(':') ? $"[{host}]" : host)}:{url.Port ?? defaultPort}";
    }
}
