using System.Text;
using MongoDB.Bson;

namespace Sacredboard.Benchmarks.Http;

/// <summary>
/// A run with as much output as a MongoDB document can hold: lines with colours, progress bars, and one traceback near the end. The same
/// from a directory.
/// </summary>
internal static class OutputScenario
{
    private const int Megabytes16 = 15_900_000;
    private const int Run = 7;

    /// <summary>Runs with the same output, which are opened for the first time when code is compiled.</summary>
    private static readonly int[] Others = [8, 9, 10, 11, 12, 13];

    public static async Task RunAsync(string program, string mongo)
    {
        var output = Output();
        await using var database = new Database(mongo);
        await database.CopyRunsAsync(50);
        foreach (var run in Others.Prepend(Run))
        {
            await database.SetAsync(run, new BsonDocument("captured_out", output));
        }

        await MeasureAsync(program, $"{mongo}/{Database.Name}", Database.Name, "MongoDB");

        var directory = Directory.CreateTempSubdirectory("sacredboard-output-");
        try
        {
            foreach (var run in Others.Prepend(Run))
            {
                var place = directory.CreateSubdirectory($"files/{run}").FullName;
                await File.WriteAllTextAsync(Path.Combine(place, "run.json"), """
                    {"status": "COMPLETED", "start_time": "2026-11-01T00:00:00", "experiment": {"name": "net"}}
                    """);
                await File.WriteAllTextAsync(Path.Combine(place, "cout.txt"), output);
            }

            await MeasureAsync(program, Path.Combine(directory.FullName, "files"), "files", "a directory");
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(string program, string place, string source, string kind)
    {
        using var server = await Server.StartAsync(program, [place]);
        using var client = new Client(server.Address);
        await server.UntilLoadedAsync(client);
        await client.GetAsync($"{source}/runs");
        Report.Line($"16 MB of output in {kind}: the first output after the start", [await client.GetAsync($"{source}/runs/{Run}/output")]);
        var answers = new List<Answer>();
        foreach (var run in Others)
        {
            answers.Add(await client.GetAsync($"{source}/runs/{run}/output"));
        }

        Report.Line($"16 MB of output in {kind}: outputs of other runs, each for the first time", answers);
        foreach (var (work, path) in ((string, string)[])
        [
            ("run page", $"{source}/runs/{Run}"),
            ("output tab", $"{source}/runs/{Run}/output"),
            ("300 lines while one scrolls", $"{source}/runs/{Run}/output/lines?line=100000&count=300"),
            ("search, one place", $"{source}/runs/{Run}/output?find=FloatingPointError"),
            ("search, every line", $"{source}/runs/{Run}/output?find=loss"),
            ("search, nowhere", $"{source}/runs/{Run}/output?find=nowhere"),
            ("expanded row", $"{source}/runs/{Run}/row"),
            ("API, last 10,000 characters", $"api/v1/{source}/runs/{Run}/output?tail=10000"),
        ])
        {
            await Report.TimesAsync(server, $"16 MB of output in {kind}: {work}", () => client.GetAsync(path), 20);
        }

        var (now, peak) = server.Memory();
        Report.Figure($"16 MB of output in {kind}: resident after this, MB (peak)", $"{now:F0} ({peak:F0})");
    }

    private static string Output()
    {
        var output = new StringBuilder();
        for (var i = 0; output.Length < Megabytes16; i++)
        {
            output.Append($"\e[32m[{i:D8}]\e[0m epoch {i / 1000} step {i}  loss {1.0 / (i + 1):F6}  accuracy 0.{i % 10000:D4}\n");
            if (i % 1000 == 0)
            {
                var bars = Enumerable.Range(0, 40).Select(done => $"{done * 100 / 40,3}%|{new string('#', done),-40}|");
                output.AppendJoin('\r', bars).Append('\n');
            }

            if (i == 150_000)
            {
                output.Append("Traceback (most recent call last):\n  File \"train.py\", line 12, in train\n    step()\n")
                    .Append("FloatingPointError: overflow\n");
            }
        }

        return output.ToString(0, Megabytes16);
    }
}
