using Sacredboard.Data.Runs;

namespace Sacredboard.Tests.Web.TablePage;

public sealed partial class StatisticsPageTests
{
    [Fact]
    public async Task Nothing_is_said_to_match_or_not_before_all_is_known()
    {
        _store.Metrics[(RunId.Of(4), "loss")] = [3];
        _store.Metrics[(RunId.Of(2), "loss")] = [0.25];
        _store.Metrics[(RunId.Of(1), "loss")] = [0.5];
        await Board.LoadedAsync();
        _store.HoldStatistics();
        const string Path = "lab/runs?q=min(loss)%20%3C%201&sort=last(loss)";

        var waiting = await RunTablePage.GetAsync(Board, Path);
        var place = waiting.Document.QuerySelector("[data-empty]")!;
        Assert.Equal("computing", waiting.Empty);
        Assert.Contains("min(loss) is known for 0 of 4 runs", place.TextContent, StringComparison.Ordinal);
        Assert.Equal(("4", "0"), (place.QuerySelector("progress")!.GetAttribute("max"), place.QuerySelector("progress")!.GetAttribute("value")));
        Assert.Equal("It is not known yet which runs match", waiting.Document.QuerySelector("[data-matched]")!.TextContent);

        // Of the first two runs none matches, of the next two both do.
        _store.LetStatisticsThrough();
        var half = await ChangesAsync(waiting);
        Assert.Empty(half.Ids);
        Assert.Equal("computing", (await RunTablePage.GetAsync(Board, Path)).Empty);

        _store.LetStatisticsThrough(100);
        var whole = await LoadedAsync(Board, Path);
        Assert.Equal((null, "1–2 of 2"), (whole.Empty, whole.Range));
        Assert.Equal(["2", "1"], whole.Ids);
        Assert.Equal("nothing-matches", (await LoadedAsync(Board, "lab/runs?q=min(loss)%20%3C%200")).Empty);
    }

    [Fact]
    public async Task Runs_that_match_are_shown_as_they_are_found()
    {
        _store.Metrics[(RunId.Of(4), "loss")] = [0.25];
        _store.Metrics[(RunId.Of(1), "loss")] = [0.5];
        await Board.LoadedAsync();
        _store.HoldStatistics();
        const string Path = "lab/runs?q=min(loss)%20%3C%201";

        var waiting = await RunTablePage.GetAsync(Board, Path);
        _store.LetStatisticsThrough();
        await ChangesAsync(waiting);
        var half = await RunTablePage.GetAsync(Board, Path);
        Assert.Equal(("4", "1–1 of 1 so far"), (string.Join(' ', half.Ids), half.Range));
        Assert.Equal(["min(loss): computed for 2 of 4 runs, so more runs may match"], Lines(half));
        Assert.Equal("1 run so far", half.Document.QuerySelector("[data-matched]")!.TextContent);

        _store.LetStatisticsThrough(100);
        var whole = await LoadedAsync(Board, Path);
        Assert.Equal(("4 1", "1–2 of 2"), (string.Join(' ', whole.Ids), whole.Range));
    }

    [Fact]
    public async Task Groups_wait_in_the_same_way()
    {
        await Board.LoadedAsync();
        _store.HoldStatistics();

        var waiting = await RunTablePage.GetAsync(Board, "lab/runs?q=min(loss)%20%3C%201&group=status");
        Assert.Equal("computing", waiting.Empty);
        var sorted = await RunTablePage.GetAsync(Board, "lab/runs?group=status&sort=mean:min(loss)");
        Assert.Equal(["min(loss): computed for 0 of 4 runs, so the order is not final"], Lines(sorted));
        var keyed = await RunTablePage.GetAsync(Board, "lab/runs?group=min(loss)");
        Assert.Equal(["min(loss): computed for 0 of 4 runs, so the order is not final"], Lines(keyed));
        var shown = await RunTablePage.GetAsync(Board, "lab/runs?columns=min(loss)");
        Assert.Equal(["min(loss): computed for 0 of 4 runs"], Lines(shown));
    }
}
