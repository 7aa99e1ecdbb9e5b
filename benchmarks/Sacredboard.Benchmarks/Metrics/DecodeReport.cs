using System.Diagnostics;
using System.Globalization;
using MongoDB.Bson;
using MongoDB.Bson.IO;
using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Data.Stores.Mongo;

namespace Sacredboard.Benchmarks.Metrics;

/// <summary>Decodes one metric of 350,000 points, as MongoDB sends it, and reduces it to 1,000 columns.</summary>
internal static class DecodeReport
{
    private const int Points = 350_000;
    private const int Repeats = 300;

    public static void Print()
    {
        var random = new Random(1);
        var document = new BsonDocument
        {
            ["_id"] = ObjectId.Empty,
            ["name"] = "training.loss",
            ["run_id"] = 1,
            ["steps"] = new BsonArray(Enumerable.Range(0, Points)),
            ["timestamps"] = new BsonArray(Enumerable.Range(0, Points).Select(i => new BsonDateTime(1_700_000_000_000 + (i * 100L)))),
            ["values"] = new BsonArray(Enumerable.Range(0, Points).Select(i => Math.Exp(-i / 1e5) + (0.1 * random.NextDouble()))),
        }.ToBson();
        // The driver receives chunks of 64 KB.
        using var chunks = new MultiChunkBuffer(
            document.Chunk(65536).Select(chunk => new ByteArrayChunk(chunk)), document.Length, isReadOnly: true);
        Console.WriteLine("| work | p50 ms | p95 ms | allocated KB beyond the three columns |");
        Console.WriteLine("| --- | --- | --- | --- |");
        Report("decode, in chunks", () => MetricDocument.Read(new BsonChunks(chunks)));
        Report("decode, in one piece", () => MetricDocument.Read(document));
        Report("decode + M4 to 1,000 columns", () =>
        {
            var series = MetricDocument.Read(new BsonChunks(chunks)).Series;
            return M4.Select(series.Steps, series.Values, 0, Points - 1, 1000);
        });
        Report("decode + everything that a chart of 1,000 columns gets", () =>
            new MetricPoints(MetricDocument.Read(new BsonChunks(chunks)).Series, 1).Draw(new MetricWindow { Columns = 1000 }));
    }

    private static void Report(string work, Func<object> run)
    {
        var times = new List<double>();
        var allocated = 0L;
        for (var i = 0; i < Repeats; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var begun = Stopwatch.GetTimestamp();
            run();
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // Without the first third, in which the code is still compiled better and better.
        times = [.. times.Skip(Repeats / 3).Order()];
        var (p50, p95, beyond) = (times[times.Count / 2], times[(int)(times.Count * 0.95)], (allocated - (24.0 * Points)) / 1024);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {work} | {p50:F2} | {p95:F2} | {beyond:F0} |"));
    }
}
