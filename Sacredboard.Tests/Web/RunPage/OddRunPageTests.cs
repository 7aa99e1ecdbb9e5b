using System.Net;
using Sacredboard.Tests.Data.Stores;
using Sacredboard.Tests.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.RunPage;

/// <summary>Runs with unexpected and hostile content.</summary>
[Trait("Kind", "Mongo")]
public sealed class OddRunPageTests(MongoServer server)
{
    private static readonly string[] Tabs = ["", "/metrics", "/output", "/config", "/files", "/environment", "/info", "/changes"];

    [Fact]
    public async Task Every_part_of_every_recorded_run_is_a_page()
    {
        await using var board = Board.OnMongo((await server.OpenCorpusAsync()).Url);
        using var pages = new RunPageClient(board, Board.Source);
        await board.LoadedAsync();
        var table = await pages.ReadAsync("/lab/runs?size=200");
        var links = table.QuerySelectorAll("tr.run").Select(row => row.GetAttribute("data-run")!).ToList();
        Assert.Equal(ExpectedRun.Load("mongo.json", "runs").Count, links.Count);

        foreach (var path in links.SelectMany(run => Tabs.Select(tab => run + tab)))
        {
            var page = await pages.ReadAsync(path);
            Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src]), main script"));
            Assert.DoesNotContain(
                page.QuerySelectorAll("a[href]"),
                link => link.GetAttribute("href")!.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_damaged_run_shows_its_readable_parts()
    {
        using var folder = new StorageFolder();
        folder.WriteOld("1", "run.json", """{"status": "COMPLETED", "experiment": {"name": "half"}}""");
        folder.WriteOld("1", "config.json", "{\"lr\": 0.1, ");
        folder.WriteOld("1", "metrics.json", "{\"loss\": ");
        await using var board = Board.OnDirectory(folder.Root);
        using var pages = new RunPageClient(board, Board.Source);

        var page = await pages.ReadAsync("1");

        Assert.Equal("half", page.QuerySelector(".run-title .cut")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll(".note[data-problem]").Length);
    }

    [Fact]
    public async Task Everything_hostile_stays_text()
    {
        const string Evil = "<img src=x onerror=alert(1)>\\u0000\\ud800\\\"'&lt;";
        using var folder = new StorageFolder();
        folder.WriteOld("1", "run.json", $$$"""
            {
              "status": "{{{Evil}}}", "command": "{{{Evil}}}", "result": {"{{{Evil}}}": "{{{Evil}}}"}, "fail_trace": "Traceback (most recent call last):\n  File \"{{{Evil.Replace("\\\"", "")}}}\", line 1, in {{{Evil}}}\n    {{{Evil}}}\n{{{Evil}}}: {{{Evil}}}",
              "experiment": {
                "name": "{{{Evil}}}", "mainfile": "{{{Evil}}}", "dependencies": ["{{{Evil}}}", 5, null, ["a", "b"]], "sources": [["{{{Evil}}}", "{{{Evil}}}"], 3],
                "repositories": [{"url": "javascript:alert(1)", "commit": "{{{Evil}}}", "dirty": true}, {"url": "javascript://x/%0aalert(1)"}, {"url": 5}, 7]
              },
              "host": {"hostname": "{{{Evil}}}", "os": "{{{Evil}}}", "cpu": {"a": 1}, "gpus": {"gpus": [{"model": "{{{Evil}}}"}, 5]}, "{{{Evil}}}": "{{{Evil}}}"},
              "meta": {"comment": "{{{Evil}}}", "options": {"UPDATE": ["{{{Evil}}}"], "--name": "{{{Evil}}}"}, "config_updates": 5},
              "artifacts": ["{{{Evil}}}.png"], "omniboard": {"tags": ["{{{Evil}}}"], "notes": "{{{Evil}}}"}
            }
            """);
        folder.WriteOld("1", "config.json", $$$"""{"{{{Evil}}}": "{{{Evil}}}"}""");
        folder.WriteOld("1", "metrics.json", $$$"""{"{{{Evil}}}": {"steps": [1, 2], "values": [1, 2], "timestamps": []}}""");
        folder.WriteOld("1", "cout.txt", "<img src=x onerror=alert(1)>");
        await using var board = Board.OnDirectory(folder.Root);
        using var pages = new RunPageClient(board, Board.Source);

        foreach (var tab in Tabs)
        {
            var page = await pages.ReadAsync("1" + tab);
            Assert.Empty(page.QuerySelectorAll("[onerror], img[src=x]"));
            Assert.DoesNotContain(
                page.QuerySelectorAll("a[href]"),
                link => link.GetAttribute("href")!.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));
        }
    }
}
