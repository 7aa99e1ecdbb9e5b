using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.Api;
using Sacredboard.Tests.Web.RunPage;

namespace Sacredboard.Tests.Web.Compare;

/// <summary>Runs of several sources on one page.</summary>
public sealed class SeveralSourcesTests
{
    [Fact]
    public async Task A_run_of_another_source_has_its_name_in_front()
    {
        using var here = new StorageFolder();
        using var there = new StorageFolder();
        foreach (var (folder, rate) in new[] { (here, "0.1"), (there, "0.2") })
        {
            folder.WriteOld("1", "run.json", """{"status": "COMPLETED", "start_time": "2026-01-01T00:00:00"}""");
            folder.WriteOld("1", "config.json", $$"""{"lr": {{rate}}, "epochs": 3}""");
            folder.WriteOld("1", "metrics.json", """{"loss": {"steps": [0, 1], "values": [2, 1], "timestamps": []}}""");
        }

        await using var board = Board.OnDirectory(here.Root, ("Sources:1:Name", "b"), ("Sources:1:Directory", there.Root));
        await board.LoadedAsync();
        using var pages = new RunPageClient(board, Board.Source);
        using var api = new ApiClient(board.Address);

        var page = await pages.ReadAsync("/lab/compare?ids=1,b:1,c:1&group=");
        Assert.Equal(["1 lr=0.1", "1 lr=0.2"], page.QuerySelectorAll("[data-run-link]").Select(link => link.TextContent));
        Assert.Equal(["/lab/runs/1", "/b/runs/1"], page.QuerySelectorAll("[data-run-link]").Select(link => link.GetAttribute("href")));
        Assert.Contains("c~3A1", page.QuerySelector("[data-unknown]")!.TextContent, StringComparison.Ordinal);

        var answer = await api.GetAsync("api/v1/lab/curves?ids=1,b:1&metric=loss");
        Assert.Equal(["1", "b:1"], answer.GetProperty("curves").EnumerateArray().Select(curve => curve.GetProperty("run").GetString()));
        Assert.Equal(["b:1"], (await api.GetAsync("api/v1/lab/curves?ids=b:1,b:2&metric=loss")).GetProperty("curves").EnumerateArray()
            .Select(curve => curve.GetProperty("run").GetString()));
        var groups = (await api.GetAsync("api/v1/lab/curves?ids=1,b:1&metric=loss&group=epochs")).GetProperty("groups");
        Assert.Equal(2, groups.GetArrayLength());
        var table = await pages.ReadAsync("/lab/compare?ids=1,b:1&tab=table");
        Assert.Equal(["0.1", "0.2"], table.QuerySelectorAll("tr[data-field=lr] td").Select(cell => cell.TextContent));
    }
}
