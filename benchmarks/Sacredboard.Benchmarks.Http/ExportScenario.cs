using System.Diagnostics;

namespace Sacredboard.Benchmarks.Http;

/// <summary>Exports 100,000 runs: time, and how much the server's memory grows meanwhile.</summary>
internal static class ExportScenario
{
    private const string Columns = "experiment,command,started,duration,host,result,lr,batch_size,optimizer.name,seed";

    public static async Task RunAsync(string program, string mongo)
    {
        using var server = await Server.StartAsync(program, [$"{mongo}/s100k"]);
        using (var client = new Client(server.Address))
        {
            await server.UntilLoadedAsync(client);
            // The first page is requested before, so that only the export is measured.
            await client.GetAsync($"s100k/runs?columns={Columns}");
        }

        foreach (var ending in (string[])["csv", "json"])
        {
            for (var i = 1; i <= 3; i++)
            {
                await MeasureAsync(server, ending, i);
            }
        }
    }

    private static async Task MeasureAsync(Server server, string ending, int repeat)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        var before = server.Memory().Now;
        var peak = before;
        var (begun, cpu) = (Stopwatch.GetTimestamp(), server.Cpu);
        using var answer = await http.GetAsync($"s100k/runs.{ending}?columns={Columns}", HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[64 * 1024];
        var (bytes, lines, read, pieces) = (0L, 0, 0, 0);
        while ((read = await stream.ReadAsync(buffer)) > 0)
        {
            bytes += read;
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
            peak = pieces++ % 50 == 0 ? Math.Max(peak, server.Memory().Now) : peak;
        }

        var (seconds, used) = (Stopwatch.GetElapsedTime(begun).TotalSeconds, (server.Cpu - cpu).TotalSeconds);
        peak = Math.Max(peak, server.Memory().Now);
        Report.Figure(
            $"s100k: {ending}, 12 columns, no. {repeat}: s (CPU s), MB, lines, memory growth MB",
            $"{seconds:F2} ({used:F2}), {bytes / 1e6:F1}, {lines}, {peak - before:F0}");
    }
}
