using System.Text;
using MongoDB.Bson;

namespace Sacredboard.Benchmarks.Http;

/// <summary>A run with as much output as a MongoDB document can hold.</summary>
internal static class OutputScenario
{
    private const int Megabytes16 = 16_000_000;

    public static async Task RunAsync(string program, string mongo)
    {
        await using var database = new Database(mongo);
        await database.CopyRunsAsync(50);
        var output = new StringBuilder();
        for (var i = 0; output.Length < Megabytes16; i++)
        {
            output.Append($"[{i:D8}] epoch {i / 1000} step {i}  loss {1.0 / (i + 1):F6}  accuracy 0.{i % 10000:D4}\n");
        }

        await database.SetAsync(7, new BsonDocument("captured_out", output.ToString(0, Megabytes16)));
        using var server = await Server.StartAsync(program, [$"{mongo}/{Database.Name}"]);
        using var client = new Client(server.Address);
        await server.UntilLoadedAsync(client);
        await Report.TimesAsync(server, "run with 16 MB of output: run page", () => client.GetAsync($"{Database.Name}/runs/7"), 20);
        await Report.TimesAsync(
            server,
            "run with 16 MB of output: its output, first screen",
            () => client.GetAsync($"{Database.Name}/runs/7/output"),
            20);
        await Report.TimesAsync(
            server,
            "run with 16 MB of output: API, last 10,000 characters",
            () => client.GetAsync($"api/v1/{Database.Name}/runs/7/output?tail=10000"),
            20);
        await Report.TimesAsync(server, "run with 16 MB of output: expanded row", () => client.GetAsync($"{Database.Name}/runs/7/row"), 20);
        var (now, peak) = server.Memory();
        Report.Figure("run with 16 MB of output: resident after this, MB (peak)", $"{now:F0} ({peak:F0})");
    }
}
