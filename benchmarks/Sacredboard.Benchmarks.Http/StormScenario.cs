using System.Diagnostics;
using System.Net;

namespace Sacredboard.Benchmarks.Http;

/// <summary>Many clients who open metrics of 16 MB at the same time, and what is given back afterwards.</summary>
internal static class StormScenario
{
    private const int Clients = 50;

    public static async Task RunAsync(string program, string mongo)
    {
        using var server = await Server.StartAsync(program, [$"{mongo}/m16"]);
        var clients = Enumerable.Range(0, Clients).Select(_ => new Client(server.Address)).ToList();
        await server.UntilLoadedAsync(clients[0]);
        await clients[0].GetAsync("m16/runs");
        await Task.Delay(TimeSpan.FromSeconds(5));
        Report.Figure("m16: resident before, MB", $"{server.Memory().Now:F0}");
        var begun = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(clients.Select((client, i) =>
            Task.Run(() => client.GetAsync($"api/v1/m16/runs/{i + 1}/metrics/training.loss?columns=1000"))));
        Report.Figure(
            $"m16: {Clients} clients at once, seconds until the last has its chart (refused: come again)",
            $"{Stopwatch.GetElapsedTime(begun).TotalSeconds:F1} ({answers.Count(answer => answer.Status != HttpStatusCode.OK)})");
        Report.Figure("m16: resident, peak, MB", $"{server.Memory().Peak:F0}");
        await Task.Delay(TimeSpan.FromSeconds(75));
        Report.Figure("m16: resident 75 s later, MB", $"{server.Memory().Now:F0}");
        clients.ForEach(client => client.Dispose());
    }
}
