using System.Diagnostics;
using System.Net;
using System.Text;

namespace Sacredboard.Benchmarks.Http;

/// <param name="Milliseconds">From sending the request to the last byte, measured at the client.</param>
/// <param name="Bytes">Bytes received, including headers, compressed.</param>
internal sealed record Answer(HttpStatusCode Status, double Milliseconds, long Bytes, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>One keep-alive connection that sends requests as a browser does and counts the bytes on the wire.</summary>
internal sealed class Client : IDisposable
{
    private readonly HttpClient _http;
    private CountingStream? _wire;

    public Client(Uri address)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = 1,
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new System.Net.Sockets.Socket(
                    System.Net.Sockets.SocketType.Stream,
                    System.Net.Sockets.ProtocolType.Tcp)
                { NoDelay = true };
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return _wire = new CountingStream(new System.Net.Sockets.NetworkStream(socket, ownsSocket: true));
            },
        };
        _http = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
    }

    /// <summary>Bytes received in total.</summary>
    public long Received { get; private set; }

    public async Task<Answer> GetAsync(string path, string encoding = "br", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var before = _wire?.Count ?? 0;
        var begun = Stopwatch.GetTimestamp();
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        var taken = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        var bytes = _wire!.Count - (before > _wire.Count ? 0 : before);
        Received += bytes;
        return new(response.StatusCode, taken, bytes, Decode(body, response.Content.Headers.ContentEncoding.FirstOrDefault()));
    }

    public void Dispose() => _http.Dispose();

    private static byte[] Decode(byte[] body, string? encoding)
    {
        if (encoding is null or "identity")
        {
            return body;
        }

        using Stream stream = encoding == "br"
            ? new System.IO.Compression.BrotliStream(new MemoryStream(body), System.IO.Compression.CompressionMode.Decompress)
            : new System.IO.Compression.GZipStream(new MemoryStream(body), System.IO.Compression.CompressionMode.Decompress);
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray();
    }
}
