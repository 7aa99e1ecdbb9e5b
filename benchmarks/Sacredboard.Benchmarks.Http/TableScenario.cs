namespace Sacredboard.Benchmarks.Http;

/// <summary>The table of runs of a large database.</summary>
internal static class TableScenario
{
    private static readonly (string Name, string Query)[] Queries =
    [
        ("newest first", ""),
        ("sort by config.lr", "sort=lr"),
        ("sort by config.lr, down", "sort=-lr"),
        ("sort by result", "sort=-result"),
        ("sort by a text key, optimizer.name", "sort=optimizer.name"),
        ("sort by duration", "sort=duration"),
        ("FAILED", "status=FAILED"),
        ("FAILED, sort by config.lr", "status=FAILED&sort=lr"),
        (
            "all but COMPLETED, sort by config.batch_size",
            "status=FAILED&status=RUNNING&status=DEAD&status=TIMEOUT&status=QUEUED&status=INTERRUPTED&sort=batch_size"),
        ("text “resnet”", "q=resnet"),
        ("text “resnet”, sort by config.lr", "q=resnet&sort=-lr"),
        ("text that nothing has", "q=zzzzzz&sort=lr"),
    ];

    public static async Task RunAsync(string program, string mongo)
    {
        foreach (var database in (string[])["s10k", "s100k"])
        {
            using var server = await Server.StartAsync(program, [$"{mongo}/{database}"]);
            Report.Figure($"{database}: process start → listening, ms", $"{server.Listening.TotalMilliseconds:F0}");
            using var client = new Client(server.Address);
            while (!(await client.GetAsync($"{database}/runs")).Text.Contains("data-run=", StringComparison.Ordinal))
            {
                await Task.Delay(10);
            }

            Report.Figure(
                $"{database}: listening → first page with rows, ms",
                $"{(server.SinceStart - server.Listening).TotalMilliseconds:F0}");
            await server.UntilLoadedAsync(client);
            Report.Figure($"{database}: listening → all runs loaded, ms", $"{(server.SinceStart - server.Listening).TotalMilliseconds:F0}");
            foreach (var (name, query) in Queries)
            {
                await Report.TimesAsync(server, $"{database}: page of 50, {name}", () => client.GetAsync($"{database}/runs?{query}"));
            }

            await Report.TimesAsync(
                server,
                $"{database}: API, 50 runs, sort by config.lr",
                () => client.GetAsync($"api/v1/{database}/runs?sort=lr&columns=lr"));
            await Report.TimesAsync(
                server,
                $"{database}: last page",
                () => client.GetAsync($"{database}/runs?page={(database == "s10k" ? 200 : 2000)}"));
            await Report.TimesAsync(server, $"{database}: run page", () => client.GetAsync($"{database}/runs/500"));
            await Report.TimesAsync(server, $"{database}: expanded row", () => client.GetAsync($"{database}/runs/500/row"));
            var (now, peak) = server.Memory();
            Report.Figure($"{database}: resident after this, MB (peak)", $"{now:F0} ({peak:F0})");
        }
    }
}
