using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Catalog;

public sealed class SleepingTests
{
    private static readonly RunCatalogOptions Sleepy = new() { SleepAfter = TimeSpan.FromSeconds(5) };

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 60)]
    public async Task Runs_that_nobody_asks_for_are_read_each_half_minute(bool sleeps, int expected)
    {
        await using var catalog = new TestCatalog(sleeps ? Sleepy : null);
        await catalog.LoadAsync();
        await catalog.PassAsync(TimeSpan.FromSeconds(6));

        var before = catalog.Store.ChangeReads;
        await catalog.PassAsync(TimeSpan.FromMinutes(1));

        Assert.InRange(catalog.Store.ChangeReads - before, expected * 0.8, expected * 1.2);
    }

    [Fact]
    public async Task Who_asks_for_them_gets_what_is_stored_now()
    {
        await using var catalog = new TestCatalog(Sleepy);
        await catalog.LoadAsync();
        await catalog.PassAsync(TimeSpan.FromSeconds(6));
        catalog.Store.Put(TestRuns.Run(1));

        // The clock stands still: nothing but the visit lets them be read.
        await catalog.Catalog.VisitAsync(TestContext.Current.CancellationToken);

        Assert.NotNull(catalog.Snapshot.Find(RunId.Of(1)));
    }

    [Fact]
    public async Task They_are_read_each_second_as_long_as_somebody_asks()
    {
        await using var catalog = new TestCatalog(Sleepy);
        await catalog.LoadAsync();
        for (var visit = 0; visit < 3; visit++)
        {
            await catalog.PassAsync(TimeSpan.FromSeconds(3));
            await catalog.Catalog.VisitAsync(TestContext.Current.CancellationToken);
        }

        var before = catalog.Store.ChangeReads;
        await catalog.PassAsync(TimeSpan.FromSeconds(4));

        Assert.InRange(catalog.Store.ChangeReads - before, 3, 5);
    }

    [Fact]
    public async Task A_storage_that_is_away_lets_nobody_wait()
    {
        await using var catalog = new TestCatalog(Sleepy);
        await catalog.LoadAsync();
        await catalog.PassAsync(TimeSpan.FromSeconds(6));
        catalog.Store.Failure = new RunStoreException(RunStoreProblem.Unreachable, "away");

        await catalog.Catalog.VisitAsync(TestContext.Current.CancellationToken);
        await catalog.Catalog.VisitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(CatalogPhase.Unavailable, catalog.State.Phase);
    }
}
