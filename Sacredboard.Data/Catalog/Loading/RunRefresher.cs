using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Catalog.Loading;

/// <summary>Reads runs by id for the pages that show them, each run at most once in a few seconds.</summary>
internal sealed class RunRefresher(IRunStore store, TimeProvider time, Action<IEnumerable<RunSummary>, IEnumerable<RunId>> apply)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);

    /// <summary>Runs that take long are read less often: for so many times as long they count as fresh.</summary>
    private const int PauseFactor = 5;

    /// <summary>Maximum time that a page waits for a slow storage; rows follow with the next poll.</summary>
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<RunId, Reading> _readings = [];

    public async Task RefreshAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken)
    {
        List<Task<TimeSpan>> pending;
        lock (_lock)
        {
            Forget();
            var due = ids.Distinct().Where(id => !_readings.ContainsKey(id)).ToList();
            if (due.Count > 0)
            {
                var begun = time.GetTimestamp();
                var reading = new Reading(begun, ReadAsync(due, begun));
                due.ForEach(id => _readings[id] = reading);
            }

            pending = [.. ids.Select(id => _readings[id].Took).Distinct().Where(done => !done.IsCompletedSuccessfully)];
        }

        try
        {
            await Task.WhenAll(pending).WaitAsync(WaitTimeout, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The page shows the runs as they are in the catalog.
        }
    }

    private async Task<TimeSpan> ReadAsync(List<RunId> ids, long begun)
    {
        // Other pages may wait for it too, so no token cancels it.
        await Task.Yield();
        var runs = await store.ReadSummariesAsync(ids, CancellationToken.None);
        apply(runs, ids.Except(runs.Select(run => run.Id)));
        return time.GetElapsedTime(begun);
    }

    private void Forget()
    {
        foreach (var id in _readings.Where(entry => IsOld(entry.Value)).Select(entry => entry.Key).ToList())
        {
            _readings.Remove(id);
        }
    }

    private bool IsOld(Reading reading) =>
        reading.Took.IsCompleted && time.GetElapsedTime(reading.Begun) is var age && age >= Fresh
        && !(reading.Took.IsCompletedSuccessfully && age < reading.Took.Result * PauseFactor);

    /// <param name="Begun">Timestamp of the clock.</param>
    /// <param name="Took">How long it took, once it is done.</param>
    private sealed record Reading(long Begun, Task<TimeSpan> Took);
}
