using System.Diagnostics;
using System.Net;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Sacredboard.Benchmarks.Http;

/// <summary>Twenty readers who open runs of 14 MB at the same time, tab by tab, and what is given back afterwards.</summary>
internal static class LargeRunsScenario
{
    private const string Name = "d16";
    private const int Runs = 25;
    private const int Readers = 20;

    private static readonly string[] Tabs = ["overview", "info", "config", "output", "metrics"];

    public static async Task RunAsync(string program, string mongo)
    {
        await FillAsync(new MongoClient(mongo).GetDatabase(Name).GetCollection<BsonDocument>("runs"));
        using var server = await Server.StartAsync(program, [$"{mongo}/{Name}"]);
        var clients = Enumerable.Range(0, Readers).Select(_ => new Client(server.Address)).ToList();
        await server.UntilLoadedAsync(clients[0]);
        await clients[0].GetAsync($"{Name}/runs");
        await Task.Delay(TimeSpan.FromSeconds(5));
        var before = server.Memory().Now;
        var (begun, cpu) = (Stopwatch.GetTimestamp(), server.Cpu);
        var read = await Task.WhenAll(clients.Select((client, i) => Task.Run(() => ReadAsync(client, i))));
        var answers = read.SelectMany(all => all).ToList();
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var failed = answers.Count - Count(answers, HttpStatusCode.OK) - Count(answers, HttpStatusCode.ServiceUnavailable);
        Report.Figure(
            $"{Name}: {Readers} readers, {answers.Count} pages: answered · come again · failed",
            $"{Count(answers, HttpStatusCode.OK)} · {Count(answers, HttpStatusCode.ServiceUnavailable)} · {failed}");
        Report.Figure($"{Name}: seconds · of processor time", $"{seconds:F0} · {(server.Cpu - cpu).TotalSeconds:F0}");
        var peak = server.Memory().Peak;
        await Task.Delay(TimeSpan.FromSeconds(60));
        var after = server.Memory().Now;
        Report.Figure(
            $"{Name}: resident before · peak · a minute later, MB", $"{before:F0} · {peak:F0} · {after:F0} ({after / before:F2} ×)");
        clients.ForEach(client => client.Dispose());
    }

    private static int Count(IReadOnlyList<HttpStatusCode> answers, HttpStatusCode status) => answers.Count(answer => answer == status);

    private static async Task<List<HttpStatusCode>> ReadAsync(Client client, int reader)
    {
        var answers = new List<HttpStatusCode>();
        foreach (var tab in Tabs)
        {
            answers.Add((await client.GetAsync($"{Name}/runs/{(reader % Runs) + 1}/{tab}")).Status);
        }

        return answers;
    }

    private static async Task FillAsync(IMongoCollection<BsonDocument> runs)
    {
        for (var id = (int)await runs.CountDocumentsAsync(FilterDefinition<BsonDocument>.Empty) + 1; id <= Runs; id++)
        {
            await runs.InsertOneAsync(Run(id));
        }
    }

    // Numbers, a long text, many keys, many small objects, or a long output.
    private static BsonDocument Run(int id) => new()
    {
        ["_id"] = id,
        ["status"] = "COMPLETED",
        ["experiment"] = new BsonDocument("name", "large"),
        ["start_time"] = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(id),
        ["stop_time"] = new DateTime(2026, 1, 1, 1, 0, 0, DateTimeKind.Utc).AddMinutes(id),
        ["config"] = id % 5 == 2 ? new BsonDocument(Enumerable.Range(0, 1_000_000).Select(i => new BsonElement($"k{i}", i))) : [],
        ["info"] = (id % 5) switch
        {
            0 => new BsonDocument("numbers", new BsonArray(Enumerable.Range(0, 850_000).Select(i => i * 0.1))),
            1 => new BsonDocument("text", string.Concat(Enumerable.Range(0, 1_500_000).Select(i => $"{i:D8} "))),
            3 => new BsonDocument("objects", new BsonArray(Enumerable.Range(0, 200_000)
                .Select(i => new BsonDocument { ["name"] = $"item {i}", ["value"] = i * 0.5, ["best"] = i % 2 == 0 }))),
            _ => [],
        },
        ["captured_out"] = id % 5 == 4
            ? string.Concat(Enumerable.Range(0, 280_000).Select(i => $"step {i:D6} loss 0.123456 learning rate 0.001\n"))
            : "",
    };
}
