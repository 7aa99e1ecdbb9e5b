using System.Net;

namespace Sacredboard.Benchmarks.Http;

/// <summary>The suggestions that the query box requests during typing.</summary>
internal static class SuggestScenario
{
    private static readonly (string Name, string Query)[] Queries =
    [
        ("nothing typed", ""),
        ("a field, one letter", "o"),
        ("a field, “optimizer.”", "optimizer."),
        ("after a field", "lr "),
        ("values of a number, lr", "lr < "),
        ("values of a text, optimizer.name", "optimizer.name = "),
        ("values of a host, a part typed", "host = gpu1"),
        ("values that differ in every run, seed", "seed = 1"),
        ("values of the result", "result > "),
        ("a metric", "last("),
    ];

    public static async Task RunAsync(string program, string mongo)
    {
        const string Database = "s100k";
        using var server = await Server.StartAsync(program, [$"{mongo}/{Database}"]);
        using var client = new Client(server.Address);
        await server.UntilLoadedAsync(client);
        // The page with the box is always opened before.
        await client.GetAsync($"{Database}/runs");
        foreach (var (name, query) in Queries)
        {
            // The first request collects the values of a field.
            Report.Line($"{Database}: suggestions, {name}, the very first", [await client.GetAsync(Address(query))]);
            await Report.TimesAsync(server, $"{Database}: suggestions, {name}", () => client.GetAsync(Address(query)));
        }

        var (now, peak) = server.Memory();
        Report.Figure($"{Database}: resident after this, MB (peak)", $"{now:F0} ({peak:F0})");

        static string Address(string query) => $"{Database}/suggest?q={WebUtility.UrlEncode(query)}&at={query.Length}";
    }
}
