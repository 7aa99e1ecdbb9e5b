namespace Sacredboard.Benchmarks.Http;

/// <summary>All artifacts of a run, 1 GB, as one zip.</summary>
internal static class ZipScenario
{
    private const int Files = 10;
    private const int FileMegabytes = 100;

    public static async Task RunAsync(string program)
    {
        var directory = Directory.CreateTempSubdirectory("sacredboard-zip-");
        try
        {
            var place = Directory.CreateDirectory(Path.Combine(directory.FullName, "files", "1")).FullName;
            var random = new Random(20261201);
            var part = new byte[1 << 20];
            for (var i = 0; i < Files; i++)
            {
                await using var file = File.Create(Path.Combine(place, $"model_{i}.bin"));
                for (var written = 0; written < FileMegabytes; written++)
                {
                    random.NextBytes(part);
                    await file.WriteAsync(part);
                }
            }

            var names = string.Join(", ", Enumerable.Range(0, Files).Select(i => $"\"model_{i}.bin\""));
            await File.WriteAllTextAsync(Path.Combine(place, "run.json"), $$"""
                {"status": "COMPLETED", "start_time": "2026-11-01T00:00:00", "artifacts": [{{names}}], "experiment": {"name": "net"} }
                """);
            await MeasureAsync(program, Path.Combine(directory.FullName, "files"));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(string program, string place)
    {
        using var server = await Server.StartAsync(program, [place]);
        using var client = new Client(server.Address);
        await server.UntilLoadedAsync(client);
        await client.GetAsync("files/runs/1/files");
        var (before, _) = server.Memory();
        using var http = new HttpClient { BaseAddress = server.Address };
        var begun = System.Diagnostics.Stopwatch.GetTimestamp();
        var (bytes, most) = (0L, before);
        await using (var zip = await http.GetStreamAsync("files/runs/1/files.zip"))
        {
            var buffer = new byte[1 << 16];
            for (int read, parts = 0; (read = await zip.ReadAsync(buffer)) > 0; parts++)
            {
                bytes += read;
                most = parts % 500 == 0 ? Math.Max(most, server.Memory().Now) : most;
            }
        }

        var taken = System.Diagnostics.Stopwatch.GetElapsedTime(begun);
        Report.Figure(
            $"zip of {Files * FileMegabytes} MB of artifacts, {bytes / 1e6:F0} MB sent: resident before, at most, MB; seconds",
            $"{before:F0}, {most:F0}; {taken.TotalSeconds:F1}");
    }
}
