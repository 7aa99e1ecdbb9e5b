namespace Sacredboard.Data.Stores;

/// <summary>
/// Bounds the memory of the runs that all requests together have decoded. Sizes are those of what is stored, in bytes, known before any
/// of it is decoded. Small runs, as nearly all are, never wait.
/// </summary>
/// <param name="bytes">The bound, in bytes of memory. A larger run is read alone.</param>
/// <param name="time">The clock.</param>
internal sealed class DocumentBudget(long bytes, TimeProvider time)
{
    /// <summary>Up to this size in bytes a run never waits.</summary>
    public const long Small = 128 << 10;

    /// <summary>
    /// What a stored byte takes once it is decoded, masked and made a page of: 4 for texts, 5 for numbers in lists, 12 for short keys with
    /// small numbers.
    /// </summary>
    public const int BytesPerStored = 12;

    /// <summary>
    /// Who gives back so much, in bytes, has the runtime look for it at once: it would take new memory for the next large run before.
    /// </summary>
    private const long WorthCollecting = 64 << 20;

    /// <summary>How many times the bound one request that reads several runs may take.</summary>
    private const int Most = 2;

    private readonly ReadBudget _budget = new(bytes, time);
    private readonly ReadBudget _several = new(1, time);
    private long _returned;

    /// <summary>
    /// Waits until a run of this size may be decoded. Within a <see cref="ReadScope"/> its memory is taken until the scope ends, else until
    /// the answer is disposed.
    /// </summary>
    /// <exception cref="RunStoreException">It took too long, or the request has read too much already.</exception>
    public async Task<IDisposable?> TakeAsync(long stored, CancellationToken cancellationToken)
    {
        if (stored <= Small)
        {
            return null;
        }

        var wanted = stored * BytesPerStored;
        var scope = ReadScope.Current;
        var lease = scope is not { Bytes: > 0 } ? await _budget.TakeAsync(wanted, cancellationToken).ConfigureAwait(false)
            : await TakeMoreAsync(scope, wanted, cancellationToken).ConfigureAwait(false);
        var returned = new Returning(this, lease, wanted);
        if (scope is null)
        {
            return returned;
        }

        scope.Hold(returned, wanted);
        return null;
    }

    /// <summary>How many bytes of memory were given back since this was last asked.</summary>
    public long TakeReturned() => Interlocked.Exchange(ref _returned, 0);

    // Two requests that each wait for what the other holds would wait for ever. So only one at a time takes more than one run, and that
    // one does not wait.
    private async Task<IDisposable> TakeMoreAsync(ReadScope scope, long wanted, CancellationToken cancellationToken)
    {
        if (Math.Min(wanted, bytes) + scope.Bytes > Most * bytes)
        {
            throw new RunStoreException(
                RunStoreProblem.TooLarge,
                "These runs are too large to be read together. Choose fewer of them, or look at them one by one.");
        }

        if (!scope.IsSeveral)
        {
            var turn = await _several.TakeAsync(1, cancellationToken).ConfigureAwait(false);
            scope.HoldSeveral(turn);
        }

        return _budget.Take(wanted);
    }

    private sealed class Returning(DocumentBudget budget, IDisposable lease, long wanted) : IDisposable
    {
        public void Dispose()
        {
            lease.Dispose();
            Interlocked.Add(ref budget._returned, wanted);
            if (wanted >= WorthCollecting)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
            }
        }
    }
}
