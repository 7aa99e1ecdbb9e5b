using System.Diagnostics;
using System.Net;

namespace Sacredboard.Benchmarks.Http;

/// <summary>Hundreds of visitors who open a run each at the same moment.</summary>
internal static class CrowdScenario
{
    private const int Visitors = 700;

    public static async Task RunAsync(string program, string mongo)
    {
        using var server = await Server.StartAsync(program, [$"{mongo}/s10k"]);
        using var first = new Client(server.Address);
        await server.UntilLoadedAsync(first);
        var clients = Enumerable.Range(0, Visitors).Select(_ => new Client(server.Address)).ToList();
        var begun = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(clients.Select((client, i) => Task.Run(() => client.GetAsync($"s10k/runs/{(i * 13) + 1}"))));
        Report.Line($"s10k: {Visitors} run pages at once", answers);
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var statuses = string.Join(", ", answers.CountBy(answer => (int)answer.Status).Select(status => $"{status.Key} × {status.Value}"));
        Report.Figure($"s10k: {Visitors} run pages at once: status × number, seconds until the last", $"{statuses}, {seconds:F1}");
        Report.Figure($"s10k: readyz afterwards", $"{(int)(await first.GetAsync("readyz")).Status}");
        Report.Figure($"s10k: resident, peak, MB", $"{server.Memory().Peak:F0}");
        clients.ForEach(client => client.Dispose());
    }
}
