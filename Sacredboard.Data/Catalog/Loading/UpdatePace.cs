namespace Sacredboard.Data.Catalog.Loading;

/// <summary>How often changes are read: seldom while nobody asks for the runs, and at once when somebody does again.</summary>
internal sealed class UpdatePace(RunCatalogOptions options, TimeProvider time)
{
    private static readonly TimeSpan SleepInterval = TimeSpan.FromSeconds(30);

    private long _visitedAt = time.GetTimestamp();
    private volatile Sleep? _sleep;

    private bool IsVisited => options.SleepAfter is not { } after || IsVisitedWithin(after);

    /// <summary>Somebody asked for the runs no longer ago than this.</summary>
    public bool IsVisitedWithin(TimeSpan span) => time.GetElapsedTime(Volatile.Read(ref _visitedAt)) < span;

    /// <summary>Waits until changes are to be read again.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        Woke();
        if (IsVisited)
        {
            await Task.Delay(options.UpdateEvery, time, cancellationToken);
            return;
        }

        var sleep = new Sleep();
        _sleep = sleep;
        // Somebody may have come before there was a sleep to end.
        if (!IsVisited)
        {
            await sleep.Called.Task.WaitAsync(SleepInterval, time, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Changes were read, or could not be.</summary>
    public void Woke() => Interlocked.Exchange(ref _sleep, null)?.Ended.TrySetResult();

    /// <summary>Somebody asks for the runs. Where they were seldom read, waits until they are read.</summary>
    /// <param name="atMost">The longest time to wait.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    public async Task VisitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _visitedAt, time.GetTimestamp());
        if (_sleep is { } sleep)
        {
            sleep.Called.TrySetResult();
            await sleep.Ended.Task.WaitAsync(atMost, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private sealed class Sleep
    {
        public TaskCompletionSource Called { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
