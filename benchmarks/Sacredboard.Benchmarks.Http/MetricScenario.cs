namespace Sacredboard.Benchmarks.Http;

/// <summary>A metric of 350,000 points for a chart of 1,000 pixels.</summary>
internal static class MetricScenario
{
    public static async Task RunAsync(string program, string mongo)
    {
        foreach (var (database, run) in ((string, int)[])[("s10k", 10001), ("s100k", 100001)])
        {
            var address = $"api/v1/{database}/runs/{run}/metrics/training.loss?columns=1000&compact=true";
            // The smallest cache holds no such metric, so every request is a cold one.
            using (var cold = await Server.StartAsync(program, [$"{mongo}/{database}"], ("Sacredboard__MetricCacheMegabytes", "1")))
            {
                using var client = new Client(cold.Address);
                await cold.UntilLoadedAsync(client);
                Report.Line($"{database}: 350,000 points × 1,000 columns, the very first", [await client.GetAsync(address)]);
                await cold.UntilIdleAsync();
                await Report.TimesAsync(cold, $"{database}: 350,000 points × 1,000 columns, cold", () => client.GetAsync(address));
            }

            using var server = await Server.StartAsync(program, [$"{mongo}/{database}"]);
            using var warm = new Client(server.Address);
            await server.UntilLoadedAsync(warm);
            await server.UntilIdleAsync();
            await Report.TimesAsync(server, $"{database}: the same, warm", () => warm.GetAsync(address), repeats: 200, warmups: 30);
            await Report.TimesAsync(server, $"{database}: warm, gzip", () => warm.GetAsync(address, "gzip"));
            await Report.TimesAsync(server, $"{database}: warm, relative time", () => warm.GetAsync(address + "&x=relative"));
            await Report.TimesAsync(server, $"{database}: warm, smoothed", () => warm.GetAsync(address + "&smooth=ema:0.9"));
            // Always another window, as while zooming.
            var left = 100_000;
            await Report.TimesAsync(
                server,
                $"{database}: zoomed to 1/20, each time another part",
                () => warm.GetAsync($"{address}&from={left}&to={(left += 100) + 17_500}"),
                repeats: 200,
                warmups: 30);
            await Report.TimesAsync(
                server,
                $"{database}: all points, exact",
                () => warm.GetAsync(address.Split('?')[0]),
                repeats: 10,
                warmups: 2);
            await Report.TimesAsync(server, $"{database}: page of the run's charts", () => warm.GetAsync($"{database}/runs/{run}/metrics"));
            await Report.TimesAsync(
                server,
                $"{database}: list of the metrics of run {run + 1} (10 × 20,000 points)",
                () => warm.GetAsync($"api/v1/{database}/runs/{run + 1}/metrics"));
            var (now, peak) = server.Memory();
            Report.Figure($"{database}: resident after this, MB (peak)", $"{now:F0} ({peak:F0})");
        }
    }
}
