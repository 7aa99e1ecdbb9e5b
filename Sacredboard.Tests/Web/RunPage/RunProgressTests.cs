using System.Globalization;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.RunPage;

/// <summary>How far a run that goes on is.</summary>
public sealed class RunProgressTests
{
    [Theory]
    [InlineData("RUNNING", """{"epochs": 80, "model": {"max_steps": 9000}, "patience": 30}""", "20", "", "25 %", "step 20 of epochs = 80")]
    [InlineData("RUNNING", """{"epochs": 8, "model": {"max_steps": 4000}}""", "1000", "", "25 %", "step 1000 of model.max_steps = 4000")]
    [InlineData("RUNNING", """{"epochs": 8}""", "20", "", null, "")]
    [InlineData("RUNNING", """{"epoch": 80, "steps_per_epoch": 99, "steps": "many", "num_iterations": NaN}""", "20", "", null, "")]
    [InlineData("COMPLETED", """{"epochs": 80}""", "20", "", null, "")]
    [InlineData("RUNNING", "{}", null, " 10%|#         | 12/120 [00:30<05:12,  2.50s/it]", "10 %", "12 of 120")]
    [InlineData("RUNNING", "{}", null, "start\r 10%|#  | 1/10 [00:30<?, ?it/s]\r 45%|####5  | 4.5k/10.0k [1:00:30<1:05:12, 2it/s]", "45 %", "4.5k of 10.0k")]
    [InlineData("RUNNING", "{}", null, "10%|# | 12/0 [00:30<05:12, x]", null, "")]
    public async Task It_is_estimated_where_something_says_so(
        string status, string config, string? step, string output, string? percent, string text)
    {
        using var folder = new StorageFolder();
        var start = DateTime.UtcNow.AddMinutes(-10).ToString("s", CultureInfo.InvariantCulture);
        var now = DateTime.UtcNow.ToString("s", CultureInfo.InvariantCulture);
        folder.Write("1", "run.json", $$"""{"status": "{{status}}", "start_time": "{{start}}", "heartbeat": "{{now}}", "stop_time": null}""");
        folder.Write("1", "config.json", config);
        folder.Write("1", "cout.txt", output);
        folder.Write("1", "metrics.json", step is null ? "{}" : $$$"""
            {"loss": {"steps": [1, {{{step}}}], "values": [1, 2], "timestamps": ["{{{start}}}", "{{{now}}}"]}}
            """);
        await using var board = Board.OnDirectory(folder.Root);
        using var pages = new RunPageClient(board, Board.Source);
        await board.LoadedAsync();

        var progress = (await pages.ReadAsync("1")).QuerySelector("[data-progress]");

        Assert.Equal(percent is null ? null : $"about {percent}", progress?.QuerySelector("strong")?.TextContent);
        Assert.Contains(text, progress?.TextContent ?? "");
        Assert.Equal(percent is not null, progress?.TextContent.Contains("estimate", StringComparison.Ordinal) ?? false);
    }

    [Theory]
    [InlineData("model.layers", "33 %", "step 1 of model.layers = 3")]
    [InlineData(":output", "10 %", "12 of 120")]
    [InlineData("gone", "10 %", "step 1 of epochs = 10")]
    public async Task What_says_it_is_chosen_and_remembered(string goal, string percent, string text)
    {
        using var folder = new StorageFolder();
        var now = DateTime.UtcNow.ToString("s", CultureInfo.InvariantCulture);
        folder.Write("1", "run.json", $$"""{"status": "RUNNING", "start_time": "{{now}}", "heartbeat": "{{now}}", "stop_time": null}""");
        folder.Write("1", "config.json", """{"epochs": 10, "model": {"layers": 3}}""");
        folder.Write("1", "cout.txt", " 10%|#         | 12/120 [00:30<05:12,  2.50s/it]");
        folder.Write("1", "metrics.json", $$$"""{"loss": {"steps": [1], "values": [1], "timestamps": ["{{{now}}}"]}}""");
        await using var board = Board.OnDirectory(folder.Root);
        using var pages = new RunPageClient(board, Board.Source);
        await board.LoadedAsync();
        Assert.Equal(
            ["", ":output", "epochs", "model.layers"],
            (await pages.ReadAsync("1")).QuerySelectorAll("[data-goal] option").Select(option => option.GetAttribute("value")));

        using var kept = await pages.SendAsync($"1/overview?keep=goal&goal={goal}");
        var progress = (await pages.ReadAsync("1")).QuerySelector("[data-progress]")!;

        Assert.Equal("/lab/runs/1/overview", kept.Headers.Location!.OriginalString);
        Assert.Equal($"about {percent}", progress.QuerySelector("strong")!.TextContent);
        Assert.Contains(text, progress.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_curves_shows_its_config_instead()
    {
        using var folder = new StorageFolder();
        folder.WriteOld("1", "run.json", """{"status": "COMPLETED"}""");
        folder.WriteOld("1", "config.json", """{"lr": 0.1}""");
        await using var board = Board.OnDirectory(folder.Root);
        using var pages = new RunPageClient(board, Board.Source);

        Assert.Equal("lr", (await pages.ReadAsync("1")).QuerySelector(".overview-main [data-tree=config] .key")!.TextContent);
    }
}
