using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Catalog;

public sealed class RefreshingTests
{
    private static readonly RunId[] Both = [RunId.Of(1), RunId.Of(2)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_others_changed_is_seen_when_a_page_asks()
    {
        await using var catalog = await TwoRunsAsync();
        catalog.Store.PutUnseen(TestRuns.Run(1) with { Comment = "looks good" });
        catalog.Store.DeleteUnseen(RunId.Of(2));
        await catalog.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Null(catalog.Snapshot.Find(RunId.Of(1))!.Comment);

        await catalog.Catalog.RefreshAsync(Both, Cancellation);

        Assert.Equal("looks good", catalog.Snapshot.Find(RunId.Of(1))!.Comment);
        Assert.Null(catalog.Snapshot.Find(RunId.Of(2)));
    }

    [Fact]
    public async Task A_run_is_read_at_most_once_in_three_seconds()
    {
        await using var catalog = await TwoRunsAsync();
        await catalog.Catalog.RefreshAsync([RunId.Of(1)], Cancellation);
        await catalog.Catalog.RefreshAsync(Both, Cancellation);
        await catalog.Catalog.RefreshAsync(Both, Cancellation);
        Assert.Equal([[RunId.Of(1)], [RunId.Of(2)]], catalog.Store.Asked);

        await catalog.PassAsync(TimeSpan.FromSeconds(4));
        await catalog.Catalog.RefreshAsync(Both, Cancellation);
        Assert.Equal(3, catalog.Store.Asked.Count);
        Assert.Equal(Both, catalog.Store.Asked[2]);
    }

    [Fact]
    public async Task Runs_that_take_long_are_read_less_often()
    {
        await using var catalog = await TwoRunsAsync();
        catalog.Store.Hold();
        var page = catalog.Catalog.RefreshAsync(Both, Cancellation);
        await catalog.PassAsync(TimeSpan.FromSeconds(4));
        catalog.Store.LetThrough();
        await page;

        // One more may pass.
        catalog.Store.LetThrough();
        await catalog.PassAsync(TimeSpan.FromSeconds(10));
        await catalog.Catalog.RefreshAsync(Both, Cancellation);
        Assert.Single(catalog.Store.Asked);

        await catalog.PassAsync(TimeSpan.FromSeconds(10));
        await catalog.Catalog.RefreshAsync(Both, Cancellation);
        Assert.Equal(2, catalog.Store.Asked.Count);
    }

    [Fact]
    public async Task Pages_that_ask_at_once_share_one_reading()
    {
        await using var catalog = await TwoRunsAsync();
        catalog.Store.PutUnseen(TestRuns.Run(1) with { Comment = "new" });
        catalog.Store.Hold();
        var pages = Enumerable.Range(0, 5).Select(_ => catalog.Catalog.RefreshAsync(Both, Cancellation)).ToList();
        Assert.All(pages, page => Assert.False(page.IsCompleted));

        catalog.Store.LetThrough();
        await Task.WhenAll(pages);
        Assert.Single(catalog.Store.Asked);
        Assert.Equal("new", catalog.Snapshot.Find(RunId.Of(1))!.Comment);
    }

    [Fact]
    public async Task A_slow_storage_keeps_no_page_waiting_and_its_answer_still_counts()
    {
        await using var catalog = await TwoRunsAsync();
        catalog.Store.PutUnseen(TestRuns.Run(1) with { Comment = "late" });
        catalog.Store.Hold();
        var page = catalog.Catalog.RefreshAsync(Both, Cancellation);
        await catalog.UntilAsync(() => page.IsCompleted, seconds: 3);
        Assert.True(page.IsCompletedSuccessfully);
        Assert.Null(catalog.Snapshot.Find(RunId.Of(1))!.Comment);

        catalog.Store.LetThrough();
        await catalog.UntilAsync(() => catalog.Snapshot.Find(RunId.Of(1))!.Comment == "late");
    }

    [Fact]
    public async Task A_page_that_goes_away_does_not_end_the_reading_for_others()
    {
        await using var catalog = await TwoRunsAsync();
        catalog.Store.PutUnseen(TestRuns.Run(1) with { Comment = "new" });
        catalog.Store.Hold();
        using var gone = new CancellationTokenSource();
        var first = catalog.Catalog.RefreshAsync(Both, gone.Token);
        var second = catalog.Catalog.RefreshAsync(Both, Cancellation);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        catalog.Store.LetThrough();
        await second;
        Assert.Equal("new", catalog.Snapshot.Find(RunId.Of(1))!.Comment);
    }

    [Fact]
    public async Task A_failure_shows_in_the_state_only()
    {
        await using var catalog = await TwoRunsAsync();
        catalog.Store.Failure = new RunStoreException(RunStoreProblem.Unreachable, "gone");
        await catalog.Catalog.RefreshAsync(Both, Cancellation);
        Assert.Equal((CatalogPhase.Unavailable, "gone"), (catalog.State.Phase, catalog.State.Message));
        Assert.Equal(2, catalog.Snapshot.Runs.Count);

        // While the store is unreachable, callers do not wait for it.
        var asked = catalog.Store.Asked.Count;
        await catalog.Catalog.RefreshAsync(Both, Cancellation);
        Assert.Equal(asked, catalog.Store.Asked.Count);
    }

    [Fact]
    public async Task Who_did_not_get_a_turn_does_not_make_the_storage_unavailable()
    {
        await using var catalog = await TwoRunsAsync();
        catalog.Store.Failure = new RunStoreException(RunStoreProblem.Busy, "wait");

        await catalog.Catalog.RefreshAsync(Both, Cancellation);

        Assert.Equal((CatalogPhase.Current, null), (catalog.State.Phase, catalog.State.Message));
    }

    private static async Task<TestCatalog> TwoRunsAsync()
    {
        var catalog = new TestCatalog();
        catalog.Store.Put(TestRuns.Run(1), TestRuns.Run(2));
        await catalog.LoadAsync();
        return catalog;
    }
}
