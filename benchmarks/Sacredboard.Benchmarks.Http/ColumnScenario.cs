using System.Globalization;

namespace Sacredboard.Benchmarks.Http;

/// <summary>
/// A table of hundreds of columns, and the column chooser. The runs are synthetic: 600 with 300 config keys each, in a directory.
/// </summary>
internal static class ColumnScenario
{
    private const int Runs = 600;
    private const int Groups = 30;
    private const int Keys = 10;

    private static readonly string[] Names = ["adam", "sgd", "rmsprop"];

    public static async Task RunAsync(string program, string mongo)
    {
        var directory = Directory.CreateTempSubdirectory("sacredboard-wide-");
        try
        {
            Write(directory.FullName);
            var columns = string.Join(
                ',',
                from i in Enumerable.Range(0, Groups) from j in Enumerable.Range(0, Keys) select $"group{i}.key{j}");
            using var server = await Server.StartAsync(program, [directory.FullName]);
            using var client = new Client(server.Address);
            await server.UntilLoadedAsync(client);
            var source = directory.Name;
            foreach (var size in (int[])[50, 200])
            {
                await Report.TimesAsync(
                    server,
                    $"page of {size} runs × 300 columns",
                    () => client.GetAsync($"{source}/runs?size={size}&columns={columns}"),
                    repeats: 30);
            }

            await Report.TimesAsync(
                server,
                "page of 200 runs × 300 columns, all as bars",
                () => client.GetAsync($"{source}/runs?size=200&columns={columns.Replace(",", "~bar,", StringComparison.Ordinal)}"),
                repeats: 30);
            await Report.TimesAsync(
                server,
                "the chooser with 300 columns",
                () => client.GetAsync($"{source}/columns?columns={columns}"),
                repeats: 30);
        }
        finally
        {
            directory.Delete(recursive: true);
        }

        await ChooserAsync(program, mongo);
    }

    private static async Task ChooserAsync(string program, string mongo)
    {
        const string Database = "s100k";
        using var server = await Server.StartAsync(program, [$"{mongo}/{Database}"]);
        using var client = new Client(server.Address);
        await server.UntilLoadedAsync(client);
        Report.Line($"{Database}: the chooser, the very first", [await client.GetAsync($"{Database}/columns")]);
        await Report.TimesAsync(server, $"{Database}: the chooser", () => client.GetAsync($"{Database}/columns"));
        await Report.TimesAsync(server, $"{Database}: the chooser, a search", () => client.GetAsync($"{Database}/columns?find=optimizer"));
        await Report.TimesAsync(
            server,
            $"{Database}: columns that differ in all runs",
            () => client.GetAsync($"{Database}/columns?differ=1"),
            repeats: 20);
        await Report.TimesAsync(
            server,
            $"{Database}: page of 50, bars and colours",
            () => client.GetAsync($"{Database}/runs?columns=result~bar,lr~e1~scale,batch_size~bar"));
    }

    private static void Write(string directory)
    {
        var random = new Random(1);
        for (var run = 1; run <= Runs; run++)
        {
            var path = Directory.CreateDirectory(Path.Combine(directory, run.ToString(CultureInfo.InvariantCulture))).FullName;
            var config = string.Join(
                ',',
                Enumerable.Range(
                    0,
                    Groups).Select(i =>
                        $"\"group{i}\":{{{string.Join(',', Enumerable.Range(0, Keys).Select(j => $"\"key{j}\":{Value(random, j)}"))}}}"));
            File.WriteAllText(Path.Combine(path, "config.json"), $"{{{config}}}");
            var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)
                .AddMinutes(run)
                .ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
            File.WriteAllText(
                Path.Combine(path, "run.json"),
                $$"""
                {
                  "experiment": {"name": "wide"}, "command": "main", "status": "COMPLETED",
                  "start_time": "{{start}}", "stop_time": "{{start}}", "result": {{Value(random, 0)}}
                }
                """);
        }
    }

    private static string Value(Random random, int key) => (key % 5) switch
    {
        0 => random.NextDouble().ToString("R", CultureInfo.InvariantCulture),
        1 => random.Next(1000).ToString(CultureInfo.InvariantCulture),
        2 => $"\"{Names[random.Next(Names.Length)]}\"",
        3 => (random.NextDouble() * 1e-4).ToString("R", CultureInfo.InvariantCulture),
        _ => random.Next(2) == 0 ? "true" : "false",
    };
}
