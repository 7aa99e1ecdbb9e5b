using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using MongoDB.Bson;
using MongoDB.Driver;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Mongo;

namespace Sacredboard.Benchmarks.Metrics;

/// <summary>
/// How long one metric takes from mongod, and from which point on: the bare bytes over a socket, the driver, the driver with decoding, and
/// everything that <see cref="MongoMetrics"/> does.
/// </summary>
internal static class ColdReport
{
    private const int Repeats = 90;

    public static async Task PrintAsync(string address, int run, string name)
    {
        if (!MongoPlace.TryParse(address, null, out var place, out var problem))
        {
            throw new ArgumentException(problem, nameof(address));
        }

        var (url, reader) = (place.Url, new MongoReader(place));
        var metrics = reader.Database.GetCollection<BsonDocument>("metrics");
        var key = await metrics.Find(new BsonDocument { ["run_id"] = run, ["name"] = name })
            .Project(new BsonDocument("_id", 1)).FirstAsync();
        var filter = new BsonDocument("_id", key["_id"]);
        using var socket = new TcpClient(url.Server.Host, url.Server.Port) { NoDelay = true };
        Console.WriteLine("| work | p50 ms | p95 ms | cpu ms |");
        Console.WriteLine("| --- | --- | --- | --- |");
        var message = Message(new BsonDocument
        {
            ["find"] = "metrics",
            ["filter"] = filter,
            ["limit"] = 1,
            ["singleBatch"] = true,
            ["$db"] = place.Database,
        });
        var buffer = new byte[20 << 20];
        await ReportAsync("bytes over a socket", () => Task.FromResult(Receive(socket, message, buffer)));
        var raw = new RawSerializer<int>((BsonChunks document) => document.Length);
        var decoded = new RawSerializer<int>((BsonChunks document) => MetricDocument.Read(document).Series.Count);
        BsonDocument[] match = [new("$match", new BsonDocument("_id", new BsonDocument("$in", new BsonArray { key["_id"] })))];
        await ReportAsync("driver, find by id, async", async () => await FindAsync(metrics, filter, raw));
        await ReportAsync("driver, find by id, sync", () => Task.FromResult(Find(metrics, filter, raw)));
        await ReportAsync("driver, aggregate, async", async () => await AggregateAsync(metrics, match, raw));
        await ReportAsync("driver, aggregate and decode", async () => await AggregateAsync(metrics, match, decoded));
        await ReportAsync("driver, find sync and decode", () => Task.FromResult(Find(metrics, filter, decoded)));
        var ours = new MongoMetrics(reader, TimeProvider.System);
        await ours.ReadAsync(RunId.Of(run), name, CancellationToken.None);
        await ours.ListNamesAsync(CancellationToken.None);
        await ReportAsync("all of Sacredboard's reading", async () =>
            (await ours.ReadAsync(RunId.Of(run), name, CancellationToken.None))!.Count);
    }

    private static int Find(IMongoCollection<BsonDocument> metrics, BsonDocument filter, RawSerializer<int> serializer)
    {
        using var cursor = metrics.FindSync(filter, new FindOptions<BsonDocument, int>
        {
            Limit = 1,
            Projection = new BsonDocumentProjectionDefinition<BsonDocument, int>(new BsonDocument(), serializer),
        });
        return cursor.Single();
    }

    private static async Task<int> FindAsync(IMongoCollection<BsonDocument> metrics, BsonDocument filter, RawSerializer<int> serializer)
    {
        using var cursor = await metrics.FindAsync(filter, new FindOptions<BsonDocument, int>
        {
            Limit = 1,
            Projection = new BsonDocumentProjectionDefinition<BsonDocument, int>(new BsonDocument(), serializer),
        });
        return await cursor.SingleAsync();
    }

    private static async Task<int> AggregateAsync(
        IMongoCollection<BsonDocument> metrics, BsonDocument[] stages, RawSerializer<int> serializer)
    {
        using var cursor = await metrics.AggregateAsync(new BsonDocumentStagePipelineDefinition<BsonDocument, int>(stages, serializer));
        return await cursor.SingleAsync();
    }

    // OP_MSG with one section.
    private static byte[] Message(BsonDocument command)
    {
        var body = command.ToBson();
        var message = new byte[21 + body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(message, message.Length);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(12), 2013);
        body.CopyTo(message, 21);
        return message;
    }

    private static int Receive(TcpClient socket, byte[] message, byte[] buffer)
    {
        var stream = socket.GetStream();
        stream.Write(message);
        stream.ReadExactly(buffer, 0, 4);
        var length = BinaryPrimitives.ReadInt32LittleEndian(buffer);
        stream.ReadExactly(buffer, 4, length - 4);
        return length;
    }

    private static async Task ReportAsync(string work, Func<Task<int>> run)
    {
        var times = new List<double>();
        for (var i = 0; i < Repeats / 3; i++)
        {
            await run();
        }

        var cpu = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Repeats; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await run();
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        times.Sort();
        var (p50, p95) = (times[times.Count / 2], times[(int)(times.Count * 0.95)]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {work} | {p50:F1} | {p95:F1} | {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / Repeats:F1} |"));
    }
}
