using System.Text.Json;

namespace Sacredboard.Benchmarks.Http;

/// <summary>A run of 60 metrics of 20,000 points: its page, and the charts that are visible first.</summary>
internal static class ManyMetricsScenario
{
    private const int Visible = 8;

    public static async Task RunAsync(string program, string mongo)
    {
        using var server = await Server.StartAsync(program, [$"{mongo}/m60"], ("Sacredboard__MetricCacheMegabytes", "256"));
        using var client = new Client(server.Address);
        await server.UntilLoadedAsync(client);
        await Task.Delay(TimeSpan.FromSeconds(5));
        // Each run is opened once, so all of it is cold.
        for (var run = 1; run <= 4; run++)
        {
            var page = await client.GetAsync($"m60/runs/{run}/metrics");
            Report.Line($"m60: page of the charts of run {run}, cold", [page]);
            var names = JsonDocument.Parse((await client.GetAsync($"api/v1/m60/runs/{run}/metrics")).Body).RootElement.EnumerateArray()
                .Select(metric => metric.GetProperty("name").GetString()).Take(Visible).ToList();
            var charts = new List<Answer>();
            foreach (var name in names)
            {
                charts.Add(await client.GetAsync($"api/v1/m60/runs/{run}/metrics/{name}?columns=400"));
            }

            Report.Line($"m60: each of its first {Visible} charts, one after the other", charts);
        }
    }
}
