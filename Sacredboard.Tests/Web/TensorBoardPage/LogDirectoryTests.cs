using System.Text.Json;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.RunPage;

namespace Sacredboard.Tests.Web.TensorBoardPage;

/// <summary>The pages of a directory of TensorBoard logs without Sacred.</summary>
public sealed class LogDirectoryTests(LogDirectoryTests.Storage storage) : IClassFixture<LogDirectoryTests.Storage>, IDisposable
{
    private readonly RunPageClient _pages = new(storage.Board, Board.Source);

    public void Dispose() => _pages.Dispose();

    [Fact]
    public async Task Every_part_of_every_run_is_a_page()
    {
        foreach (var run in new[] { "both_kinds", "tags", "others", "bad_data" })
        {
            foreach (var tab in new[] { "", "/metrics", "/output", "/config", "/files", "/environment", "/info", "/tensorboard" })
            {
                var page = await _pages.ReadAsync("sweep~2F" + run + tab);

                Assert.Equal("#sweep/" + run, page.QuerySelector(".run-id")!.TextContent);
            }
        }
    }

    [Fact]
    public async Task Its_scalars_are_charts_and_its_pictures_stand_below()
    {
        Assert.Equal(
            ["accuracy", "late", "loss", "stripped", "val/f64", "val/loss"],
            (await _pages.ReadAsync("sweep~2Fboth_kinds/metrics"))
                .QuerySelectorAll("[data-metric]")
                .Select(chart => chart.GetAttribute("data-metric"))
                .Order(StringComparer.Ordinal));
        Assert.Equal(2, (await _pages.ReadAsync("sweep~2Fothers/metrics")).QuerySelectorAll("[data-pictures]").Length);
    }

    [Fact]
    public async Task The_api_lists_its_runs()
    {
        await storage.Board.LoadedAsync();
        using var client = new HttpClient { BaseAddress = storage.Board.Address };

        using var runs = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/{Board.Source}/runs", TestContext.Current.CancellationToken));
        using var sources = JsonDocument.Parse(await client.GetStringAsync("/api/v1/sources", TestContext.Current.CancellationToken));

        Assert.Equal(4, runs.RootElement.GetProperty("total").GetInt32());
        Assert.Contains(
            "sweep~2Ftags",
            runs.RootElement.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("id").GetString()));
        Assert.Equal("tensorboard", sources.RootElement.EnumerateArray().Single().GetProperty("kind").GetString());
    }

    public sealed class Storage : FolderBoard
    {
        public Storage()
        {
            foreach (var directory in new[] { "both_kinds", "tags", "others", "bad_data" })
            {
                Folder.Copy(TestFiles.Path("tensorboard", directory), "sweep/" + directory);
            }
        }
    }
}
