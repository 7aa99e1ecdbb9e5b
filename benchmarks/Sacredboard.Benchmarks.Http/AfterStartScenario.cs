using System.Diagnostics;

namespace Sacredboard.Benchmarks.Http;

/// <summary>
/// The table, the column chooser and suggestions in the seconds after all runs are loaded, while the metrics of default columns are still
/// read in the background.
/// </summary>
internal static class AfterStartScenario
{
    private const string Database = "s100k";

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(8);

    /// <summary>Between two requests, as between two people.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private static readonly (string Name, string Path)[] Works =
    [
        ("page of 50, newest first", $"{Database}/runs"),
        ("page of 50, sort by config.lr", $"{Database}/runs?sort=lr"),
        ("the chooser", $"{Database}/columns"),
        ("columns that differ in all runs", $"{Database}/columns?differ=1"),
        ("suggestions, a field", $"{Database}/suggest?q=o&at=1"),
    ];

    public static async Task RunAsync(string program, string mongo)
    {
        using var server = await Server.StartAsync(program, [$"{mongo}/{Database}"]);
        using var client = new Client(server.Address);
        await server.UntilLoadedAsync(client);
        foreach (var (name, path) in Works)
        {
            Report.Line($"{Database}: just loaded, {name}, the very first", [await client.GetAsync(path)]);
        }

        var answers = Works.ToDictionary(work => work.Name, _ => new List<Answer>());
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Duration;)
        {
            foreach (var (name, path) in Works)
            {
                answers[name].Add(await client.GetAsync(path));
                await Task.Delay(Pause);
            }
        }

        foreach (var (name, _) in Works)
        {
            Report.Line($"{Database}: just loaded, {name}", answers[name]);
        }

        var (now, peak) = server.Memory();
        Report.Figure($"{Database}: resident after this, MB (peak)", $"{now:F0} ({peak:F0})");
    }
}
