namespace Sacredboard.Benchmarks.Http;

/// <summary>The page that compares runs of a large database: some of them, and what matters over all.</summary>
internal static class CompareScenario
{
    private const int Importances = 8;

    private static readonly (string Name, string Query)[] Tabs =
    [
        ("first screen", ""), ("table", "&tab=table"), ("significance of groups", "&tab=significance&group=optimizer.name&figure=result"),
    ];

    public static async Task RunAsync(string program, string mongo)
    {
        const string Source = "s100k";
        using var server = await Server.StartAsync(program, [$"{mongo}/{Source}"]);
        using var client = new Client(server.Address);
        await server.UntilLoadedAsync(client);
        foreach (var runs in new[] { 2, 50, 500 })
        {
            var ids = string.Join(',', Enumerable.Range(1000, runs));
            foreach (var (name, query) in Tabs)
            {
                await Report.TimesAsync(
                    server, $"{Source}: compare {runs} runs, {name}", () => client.GetAsync($"{Source}/compare?ids={ids}{query}"));
            }
        }

        // Each asks for another number than the one before, because the last answer is kept.
        var asked = 0;
        await Report.TimesAsync(
            server,
            $"{Source}: importance of config keys over all runs",
            () => client.GetAsync($"{Source}/compare?all=true&tab=importance&figure={(asked++ % 2 == 0 ? "result" : "duration")}"),
            Importances,
            warmups: 2);
        await Report.TimesAsync(
            server,
            $"{Source}: the effect of another key",
            () => client.GetAsync($"{Source}/compare?all=true&tab=importance&figure=duration&key=lr"));
    }
}
