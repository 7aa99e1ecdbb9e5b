namespace Sacredboard.Data.Stores;

/// <summary>
/// Bounds how much of something all readings that go on at a time may take: bytes of memory, or turns. Those that must wait get their turn
/// in order, so that a large one is not overtaken for ever by small ones.
/// </summary>
/// <param name="all">The bound. A larger reading goes on alone.</param>
/// <param name="time">The clock.</param>
internal sealed class ReadBudget(long all, TimeProvider time)
{
    /// <summary>Whoever waits longer is told to come again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _waiting = new();
    private readonly long _all = all;
    private long _free = all;

    /// <summary>Waits until so much may be used.</summary>
    /// <param name="wanted">How much.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <returns>To be disposed when it is no longer used.</returns>
    /// <exception cref="RunStoreException">It took too long.</exception>
    public async Task<IDisposable> TakeAsync(long wanted, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(Math.Min(wanted, _all));
        lock (_lock)
        {
            waiter.Place = _waiting.AddLast(waiter);
            LetIn();
        }

        try
        {
            await waiter.Turn.Task.WaitAsync(Patience, time, cancellationToken).ConfigureAwait(false);
            return new Lease(this, waiter.Bytes);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            GiveUp(waiter);
            throw exception is not TimeoutException ? exception : new RunStoreException(
                RunStoreProblem.Busy,
                "So much is being read at the moment that this did not get its turn. Try again in a few seconds.");
        }
    }

    /// <summary>Uses so much at once, even if it is not free: whoever comes next waits the longer.</summary>
    public IDisposable Take(long wanted)
    {
        var taken = Math.Min(wanted, _all);
        lock (_lock)
        {
            _free -= taken;
        }

        return new Lease(this, taken);
    }

    private void GiveUp(Waiter waiter)
    {
        lock (_lock)
        {
            if (waiter.Place is { } place)
            {
                _waiting.Remove(place);
                waiter.Place = null;
            }
            else
            {
                _free += waiter.Bytes;
            }

            LetIn();
        }
    }

    private void Return(long taken)
    {
        lock (_lock)
        {
            _free += taken;
            LetIn();
        }
    }

    private void LetIn()
    {
        while (_waiting.First is { } first && first.Value.Bytes <= _free)
        {
            _waiting.RemoveFirst();
            first.Value.Place = null;
            _free -= first.Value.Bytes;
            first.Value.Turn.SetResult();
        }
    }

    private sealed class Waiter(long bytes)
    {
        public long Bytes { get; } = bytes;

        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Null once it got its turn.</summary>
        public LinkedListNode<Waiter>? Place { get; set; }
    }

    private sealed class Lease(ReadBudget budget, long taken) : IDisposable
    {
        private int _isReturned;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isReturned, 1) == 0)
            {
                budget.Return(taken);
            }
        }
    }
}
