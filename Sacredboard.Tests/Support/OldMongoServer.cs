using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using MongoDB.Bson;

namespace Sacredboard.Tests.Support;

/// <summary>Answers every command as a MongoDB 3.2 does that is asked what it can.</summary>
internal sealed class OldMongoServer : IDisposable
{
    private const int HeaderSize = 16;
    private const int OldQuery = 2004;
    private const int OldReply = 1;
    private const int Message = 2013;

    private static readonly byte[] Abilities = new BsonDocument
    {
        ["ismaster"] = true,
        ["maxBsonObjectSize"] = 16 << 20,
        ["maxMessageSizeBytes"] = 48_000_000,
        ["maxWriteBatchSize"] = 1000,
        ["minWireVersion"] = 0,
        ["maxWireVersion"] = 4,
        ["ok"] = 1.0,
    }.ToBson();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public OldMongoServer()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The end of the test.
        }
    }

    private static async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                for (var header = new byte[HeaderSize]; ;)
                {
                    await stream.ReadExactlyAsync(header);
                    await stream.ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32LittleEndian(header) - HeaderSize]);
                    await stream.WriteAsync(Answer(header));
                }
            }
            catch (IOException)
            {
                // The client has what it wanted.
            }
        }
    }

    private static byte[] Answer(byte[] header)
    {
        var isOld = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12)) == OldQuery;
        byte[] body = isOld
            ? [8, 0, 0, 0, .. new byte[8], 0, 0, 0, 0, 1, 0, 0, 0, .. Abilities]
            : [0, 0, 0, 0, 0, .. Abilities];
        var answer = new byte[HeaderSize + body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(answer, answer.Length);
        BinaryPrimitives.WriteInt32LittleEndian(answer.AsSpan(4), 1);
        header.AsSpan(4, 4).CopyTo(answer.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(answer.AsSpan(12), isOld ? OldReply : Message);
        body.CopyTo(answer, HeaderSize);
        return answer;
    }
}
