using System.Net.Sockets;
using System.Security.Authentication;
using MongoDB.Driver;
using MongoDB.Driver.Core.Clusters;
using MongoDB.Driver.Core.Servers;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Why no server can be read from, and what helps, as the end of a sentence that begins with the server: by what the driver met, both in
/// the call that failed and when it last tried each server. The driver's own messages only say that time ran out.
/// </summary>
internal static class MongoCauses
{
    private const string PlainServer = "does not seem to speak TLS: leave out tls=true.";
    private const string RefusesTls = "ends the TLS connection: it may want a client certificate, or another version of TLS.";
    private const string NoAnswer = "does not answer: a firewall may be between, or it is too busy.";

    public static string Of(Exception exception, MongoUrl url, ClusterDescription? cluster)
    {
        IReadOnlyList<Exception> met =
            [.. Chain(exception), .. (cluster?.Servers ?? []).SelectMany(server => Chain(server.HeartbeatException))];
        return OfLookup(met, url, cluster) ?? OfTls(met) ?? OfSocket(met) ?? OfClosing(met, url) ?? OfVersion(met)
            ?? OfReplicaSet(url, cluster) ?? NoAnswer;
    }

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }

    // .NET names the errors of a certificate only in the text.
    private static string? OfTls(IReadOnlyList<Exception> met) => met.OfType<AuthenticationException>().FirstOrDefault()?.Message switch
    {
        null => null,
        var text when Says(text, "UntrustedRoot") || Says(text, "PartialChain") =>
            "has a certificate that this machine does not trust: add its authority to those of the system, or name its file in the "
                + "environment variable SSL_CERT_FILE.",
        var text when Says(text, "RemoteCertificateNameMismatch") => "has a certificate for another name: use the name it is made for.",
        var text when Says(text, "NotTimeValid") => "has a certificate that has expired or is not valid yet.",
        var text when Says(text, "certificate") => "has a certificate that this machine does not accept.",
        var text when Says(text, "frame") => PlainServer,
        _ => RefusesTls,
    };

    private static string? OfSocket(IReadOnlyList<Exception> met) =>
        met.OfType<SocketException>().Select(socket => (SocketError?)socket.SocketErrorCode)
            .FirstOrDefault(error => error != SocketError.ConnectionReset) switch
        {
            null => null,
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain =>
                "is not known by this name: check its spelling, and that this machine is in its network.",
            SocketError.ConnectionRefused =>
                "refuses the connection: check the port, and that mongod runs and listens on this network (its bindIp).",
            SocketError.HostUnreachable or SocketError.NetworkUnreachable => "cannot be reached from this network.",
            _ => NoAnswer,
        };

    // The end of a stream or a reset: the driver wraps either as an IOException or an exception of its own.
    private static string? OfClosing(IReadOnlyList<Exception> met, MongoUrl url) =>
        !met.Any(exception => exception is EndOfStreamException or SocketException or IOException { InnerException: null }) ? null
        : !url.UseTls ? "ends the connection at once: it may want TLS (tls=true)."
        // .NET says so when the stream ends before both sides agreed on TLS.
        : met.Any(exception => exception is IOException && Says(exception.Message, "unexpected EOF")) ? PlainServer
        : RefusesTls;

    private static string? OfVersion(IReadOnlyList<Exception> met) =>
        met.Any(exception => exception is MongoIncompatibleDriverException)
            ? "has a version of MongoDB that is too old: docs/deployment.md names the oldest that can be read."
            : null;

    // The driver looks the name up in the background, and meanwhile says only that time ran out.
    private static string? OfLookup(IReadOnlyList<Exception> met, MongoUrl url, ClusterDescription? cluster) =>
        url.Scheme == MongoDB.Driver.Core.Configuration.ConnectionStringScheme.MongoDBPlusSrv
            && (cluster is { DnsMonitorException: not null } or { Servers.Count: 0 }
                || met.Any(exception => exception is MongoConfigurationException || exception.GetType().Namespace == "DnsClient"))
            ? "has no SRV record that can be looked up: check the name, or name the servers with mongodb://."
            : null;

    private static string? OfReplicaSet(MongoUrl url, ClusterDescription? cluster) => cluster switch
    {
        null => null,
        { Servers.Count: 0 } or { Servers: [{ Type: ServerType.Standalone }] } when url.ReplicaSetName is { } set =>
            $"is no member of the replica set {set}: check replicaSet=.",
        { Servers: var servers } when servers.Any(server => server.State == ServerState.Connected)
            && !servers.Any(server => server.Type.IsWritable()) =>
            "answers, but its replica set has no primary now. It chooses one by itself when most members run; "
                + "readPreference=secondaryPreferred reads without.",
        _ => null,
    };

    private static bool Says(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
