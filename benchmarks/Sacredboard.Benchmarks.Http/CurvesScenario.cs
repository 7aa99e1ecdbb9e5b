using System.Globalization;

namespace Sacredboard.Benchmarks.Http;

/// <summary>One chart with a metric of 100 runs of 10,000 points each, from a directory that is made for it.</summary>
internal static class CurvesScenario
{
    private const int Runs = 100;
    private const int Points = 10_000;

    public static async Task RunAsync(string program)
    {
        const string Source = "net";
        var directory = Directory.CreateTempSubdirectory("sacredboard-curves-");
        try
        {
            var place = Path.Combine(directory.FullName, Source);
            Write(place);
            using var server = await Server.StartAsync(program, [place]);
            using var client = new Client(server.Address);
            await server.UntilLoadedAsync(client);
            var ids = string.Join(',', Enumerable.Range(1, Runs));
            var curves = $"api/v1/{Source}/curves?ids={ids}&metric=loss&columns=1000";
            Report.Line($"curves of {Runs} runs × {Points:N0} points, the very first", [await client.GetAsync(curves)]);
            await Report.TimesAsync(server, "the same, warm", () => client.GetAsync(curves));
            await Report.TimesAsync(server, "the same, zoomed to 1/10", () => client.GetAsync(curves + "&from=4000&to=5000"));
            await Report.TimesAsync(server, "the same in 10 groups, mean and band", () => client.GetAsync(curves + "&group=lr"));
            await Report.TimesAsync(server, "page that compares them", () => client.GetAsync($"{Source}/compare?ids={ids}"));
            await Report.TimesAsync(server, "its table", () => client.GetAsync($"{Source}/compare?ids={ids}&tab=table"));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    /// <summary>The runs, for this scenario and for the one of the browser.</summary>
    public static void Write(string directory)
    {
        var random = new Random(20261130);
        var steps = string.Join(',', Enumerable.Range(0, Points));
        var time = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
        var times = string.Join(',', Enumerable.Range(0, Points).Select(step => $"\"{time.AddSeconds(step):yyyy-MM-ddTHH:mm:ss}\""));
        for (var run = 1; run <= Runs; run++)
        {
            var place = Directory.CreateDirectory(Path.Combine(directory, run.ToString(CultureInfo.InvariantCulture))).FullName;
            File.WriteAllText(Path.Combine(place, "run.json"), """
                {
                  "status": "COMPLETED", "start_time": "2026-11-01T00:00:00", "stop_time": "2026-11-01T03:00:00",
                  "experiment": {"name": "net"}
                }
                """);
            File.WriteAllText(Path.Combine(place, "config.json"), $"{{\"lr\": 0.{run % 10}1, \"seed\": {run}}}");
            var values = Enumerable.Range(0, Points).Select(step =>
                ((2.0 / (1 + (step / 500.0))) + (random.NextDouble() * 0.3) + (run * 0.01)).ToString("R", CultureInfo.InvariantCulture));
            File.WriteAllText(
                Path.Combine(place, "metrics.json"),
                $"{{\"loss\": {{\"steps\": [{steps}], \"values\": [{string.Join(',', values)}], \"timestamps\": [{times}]}}}}");
        }
    }
}
