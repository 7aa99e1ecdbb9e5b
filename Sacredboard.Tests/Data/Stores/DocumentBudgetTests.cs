using Microsoft.Extensions.Time.Testing;
using Sacredboard.Data.Stores;

namespace Sacredboard.Tests.Data.Stores;

public sealed class DocumentBudgetTests
{
    /// <summary>The size of a run of which two fit.</summary>
    private const long Half = 1 << 20;

    private readonly FakeTimeProvider _time = new();
    private readonly DocumentBudget _budget;

    public DocumentBudgetTests() => _budget = new(2 * Half * DocumentBudget.BytesPerStored, _time);

    [Fact]
    public async Task Runs_that_do_not_fit_wait_until_the_requests_before_them_end()
    {
        var first = ReadScope.Begin();
        Assert.Null(await TakeAsync(Half));
        Assert.Null(await TakeInAnotherAsync(Half));
        var third = TakeInAnotherAsync(Half);
        Assert.False(third.IsCompleted);
        first.Dispose();
        await third;
    }

    [Fact]
    public async Task Small_runs_never_wait()
    {
        using var scope = ReadScope.Begin();
        await TakeAsync(2 * Half);
        Assert.True(TakeInAnotherAsync(DocumentBudget.Small).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Who_waits_too_long_is_told_to_come_again()
    {
        using var scope = ReadScope.Begin();
        await TakeAsync(2 * Half);
        var waiting = TakeInAnotherAsync(Half);
        _time.Advance(ReadBudget.Patience);
        Assert.Equal(RunStoreProblem.Busy, (await Assert.ThrowsAsync<RunStoreException>(() => waiting)).Problem);
    }

    [Fact]
    public async Task Requests_that_read_several_runs_do_not_wait_for_each_other()
    {
        using var one = ReadScope.Begin();
        await TakeAsync(Half);
        var goOn = new TaskCompletionSource();
        var (taken, other) = (new TaskCompletionSource(), Task.CompletedTask);
        using (ExecutionContext.SuppressFlow())
        {
            // Its end is awaited, so nothing cancels its beginning.
            other = Task.Run(async () =>
            {
                using var scope = ReadScope.Begin();
                await TakeAsync(Half);
                taken.SetResult();
                await goOn.Task;
                // Waits for the turn of the first, which ends without waiting for this one.
                await TakeAsync(Half);
            }, CancellationToken.None);
        }

        await taken.Task;
        Assert.True(TakeAsync(Half).IsCompletedSuccessfully);
        goOn.SetResult();
        one.Dispose();
        await other;
    }

    [Fact]
    public async Task One_request_takes_no_more_than_twice_the_bound()
    {
        using var scope = ReadScope.Begin();
        await TakeAsync(2 * Half);
        await TakeAsync(2 * Half);
        Assert.Equal(RunStoreProblem.TooLarge, (await Assert.ThrowsAsync<RunStoreException>(() => TakeAsync(Half))).Problem);
    }

    [Fact]
    public async Task Outside_of_a_request_memory_is_given_back_by_who_took_it()
    {
        Assert.Null(ReadScope.Current);
        (await TakeAsync(2 * Half))!.Dispose();
        (await TakeAsync(2 * Half))!.Dispose();
        Assert.Equal(4 * Half * DocumentBudget.BytesPerStored, _budget.TakeReturned());
        Assert.Equal(0, _budget.TakeReturned());
    }

    private Task<IDisposable?> TakeAsync(long stored) => _budget.TakeAsync(stored, TestContext.Current.CancellationToken);

    // In a request of its own, whose end nobody waits for.
    private async Task<IDisposable?> TakeInAnotherAsync(long stored)
    {
        _ = ReadScope.Begin();
        return await TakeAsync(stored);
    }
}
