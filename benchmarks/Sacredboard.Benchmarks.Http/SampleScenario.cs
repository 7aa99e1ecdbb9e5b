using System.Net;
using System.Text.RegularExpressions;

namespace Sacredboard.Benchmarks.Http;

/// <summary>The sample runs: bytes of the first visit, and memory after all pages.</summary>
internal static partial class SampleScenario
{
    private static readonly string[] Tabs = ["", "/config", "/metrics", "/output", "/files", "/environment", "/info", "/row"];

    public static async Task RunAsync(string program)
    {
        using var server = await Server.StartAsync(program, []);
        Report.Figure("samples: process start → listening, ms", $"{server.Listening.TotalMilliseconds:F0}");
        using var client = new Client(server.Address);
        await server.UntilLoadedAsync(client);
        Report.Figure(
            "samples: first visit of the table with all that it links, bytes (br)",
            $"{await FirstVisitAsync(server, "samples/runs"):N0}");
        Report.Figure(
            "samples: first visit of a run's charts, bytes (br)",
            $"{await FirstVisitAsync(server, "samples/runs/19/metrics"):N0}");
        var pages = 0;
        foreach (var run in Enumerable.Range(1, 42))
        {
            foreach (var tab in Tabs)
            {
                pages += (await client.GetAsync($"samples/runs/{run}{tab}")).Status == HttpStatusCode.OK ? 1 : 0;
            }

            var metrics = (await client.GetAsync($"api/v1/samples/runs/{run}/metrics")).Text;
            foreach (Match url in MetricUrl().Matches(metrics))
            {
                await client.GetAsync(url.Groups[1].Value + "?columns=1000");
            }
        }

        var (now, peak) = server.Memory();
        Report.Figure($"samples: resident after {pages} pages and all curves, MB (peak)", $"{now:F0} ({peak:F0})");
    }

    // Like a browser with an empty cache: the page, its styles, its scripts and their imports.
    private static async Task<long> FirstVisitAsync(Server server, string page)
    {
        using var client = new Client(server.Address);
        var open = new Queue<Uri>([new Uri(server.Address, page)]);
        var seen = new HashSet<Uri>(open);
        while (open.TryDequeue(out var next))
        {
            var answer = await client.GetAsync(next.PathAndQuery);
            var links = next.AbsolutePath.EndsWith(".js", StringComparison.Ordinal) ? Import().Matches(answer.Text)
                : next.AbsolutePath.EndsWith(".css", StringComparison.Ordinal) ? CssUrl().Matches(answer.Text)
                : Asset().Matches(answer.Text);
            foreach (var link in links.Select(match => new Uri(next, match.Groups[1].Value))
                .Where(link => !link.OriginalString.StartsWith("data:", StringComparison.Ordinal) && seen.Add(link)))
            {
                open.Enqueue(link);
            }
        }

        return client.Received;
    }

    [GeneratedRegex("""(?:<script[^>]* src|<link[^>]* rel="(?:stylesheet|icon|modulepreload)"[^>]* href)="([^"]+)""")]
    private static partial Regex Asset();

    [GeneratedRegex("""(?:from|import)\s*\(?["'](\.{0,2}/[^"']+)["']""")]
    private static partial Regex Import();

    [GeneratedRegex("""url\(["']?(?!data:|#)([^"')]+)""")]
    private static partial Regex CssUrl();

    [GeneratedRegex("\"url\":\"([^\"]+)\"")]
    private static partial Regex MetricUrl();
}
