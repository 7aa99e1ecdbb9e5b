using System.Net;
using System.Text.RegularExpressions;
using MongoDB.Bson;

namespace Sacredboard.Benchmarks.Http;

/// <summary>The request that a page of 50 runs sends every 2 s.</summary>
internal static partial class TickScenario
{
    public static async Task RunAsync(string program, string mongo)
    {
        await using var database = new Database(mongo);
        await database.CopyRunsAsync(50);
        await database.SetAsync(
            50,
            new BsonDocument
            {
                ["status"] = "RUNNING",
                ["start_time"] = DateTime.UtcNow,
                ["heartbeat"] = DateTime.UtcNow,
                ["stop_time"] = BsonNull.Value
            });
        using var server = await Server.StartAsync(program, [$"{mongo}/{Database.Name}"]);
        using var client = new Client(server.Address);
        await server.UntilLoadedAsync(client);
        var page = await client.GetAsync($"{Database.Name}/runs");
        var token = Token().Match(page.Text).Groups[1].Value;
        await Report.TimesAsync(server, "tick, nothing changed", () => client.GetAsync($"{Database.Name}/changes?since={token}"), 20);

        var answers = new List<Answer>();
        for (var i = 0; i < 10; i++)
        {
            await database.SetAsync(50, new BsonDocument { ["heartbeat"] = DateTime.UtcNow.AddSeconds(i) });
            Answer answer;
            do
            {
                await Task.Delay(100);
                answer = await client.GetAsync($"{Database.Name}/changes?since={token}");
            }
            while (answer.Status == HttpStatusCode.NoContent);
            token = Token().Match(answer.Text).Groups[1].Value;
            answers.Add(answer);
        }

        Report.Line("tick, one running run has changed", answers);
    }

    [GeneratedRegex("data-token=\"([^\"]+)\"")]
    private static partial Regex Token();
}
