using Microsoft.Extensions.Time.Testing;
using Sacredboard.Data.Stores;

namespace Sacredboard.Tests.Data.Stores;

public sealed class ReadBudgetTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ReadBudget _budget;

    public ReadBudgetTests() => _budget = new(100, _time);

    [Fact]
    public async Task Who_does_not_fit_waits_until_others_are_done()
    {
        var first = await TakeAsync(60);
        var second = TakeAsync(50);
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task A_large_one_is_not_overtaken_by_small_ones()
    {
        var first = await TakeAsync(60);
        var large = TakeAsync(90);
        var small = TakeAsync(10);
        Assert.False(small.IsCompleted);
        first.Dispose();
        using var _ = await large;
        (await small).Dispose();
    }

    [Fact]
    public async Task What_is_larger_than_all_goes_alone()
    {
        var first = await TakeAsync(1);
        var larger = TakeAsync(1000);
        Assert.False(larger.IsCompleted);
        first.Dispose();
        using var _ = await larger;
        Assert.False(TakeAsync(1).IsCompleted);
    }

    [Fact]
    public async Task Who_waits_too_long_is_told_to_come_again_and_leaves_its_place()
    {
        var first = await TakeAsync(100);
        var large = TakeAsync(100);
        _time.Advance(ReadBudget.Patience / 2);
        var later = TakeAsync(10);
        _time.Advance(ReadBudget.Patience / 2);
        Assert.Equal(RunStoreProblem.Busy, (await Assert.ThrowsAsync<RunStoreException>(() => large)).Problem);
        first.Dispose();
        (await later).Dispose();
    }

    [Fact]
    public async Task Who_gives_up_gives_its_place_to_others()
    {
        var first = await TakeAsync(50);
        using var cancelled = new CancellationTokenSource();
        var large = _budget.TakeAsync(100, cancelled.Token);
        var small = TakeAsync(50);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        (await small).Dispose();
        first.Dispose();
    }

    [Fact]
    public async Task What_is_returned_twice_counts_once()
    {
        var first = await TakeAsync(100);
        first.Dispose();
        first.Dispose();
        using var _ = await TakeAsync(100);
        Assert.False(TakeAsync(1).IsCompleted);
    }

    private Task<IDisposable> TakeAsync(long bytes) => _budget.TakeAsync(bytes, TestContext.Current.CancellationToken);
}
