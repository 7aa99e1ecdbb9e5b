using System.Diagnostics;

namespace Sacredboard.Benchmarks.Http;

/// <summary>Taking 100,000 runs out as files: how long it takes, and how much more memory the server has meanwhile.</summary>
internal static class ExportScenario
{
    private const string Columns = "experiment,command,started,duration,host,result,lr,batch_size,optimizer.name,seed";

    public static async Task RunAsync(string program, string mongo)
    {
        using var server = await Server.StartAsync(program, [$"{mongo}/s100k"]);
        using (var client = new Client(server.Address))
        {
            await server.UntilLoadedAsync(client);
            // What a first page makes is made before: only the file is measured.
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

    private static async Task MeasureAsync(Server server, string ending, int time)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        var before = server.Memory().Now;
        var most = before;
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
            most = pieces++ % 50 == 0 ? Math.Max(most, server.Memory().Now) : most;
        }

        var (seconds, used) = (Stopwatch.GetElapsedTime(begun).TotalSeconds, (server.Cpu - cpu).TotalSeconds);
        most = Math.Max(most, server.Memory().Now);
        Report.Figure($"s100k: {ending}, 12 columns, no. {time}: s (CPU s), MB, lines, memory growth MB", $"{seconds:F2} ({used:F2}), {bytes / 1e6:F1}, {lines}, {most - before:F0}");
    }
}
