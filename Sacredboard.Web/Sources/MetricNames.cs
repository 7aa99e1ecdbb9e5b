using System.Collections.Concurrent;
using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Sources;

/// <summary>
/// The names of the metrics that the runs of a source have. Storages find them by looking through all metrics, so they are kept for a
/// while, and nobody waits long for them.
/// </summary>
public sealed class MetricNames(TimeProvider time, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Kept> _kept = new();

    /// <summary>Those known so far; null while none are known yet.</summary>
    public async Task<IReadOnlyList<MetricName>?> OfAsync(Source source, CancellationToken cancellationToken)
    {
        if (source.Store is not IMetricNames store)
        {
            return [];
        }

        var kept = _kept.GetOrAdd(source.Name, _ => new Kept());
        var reading = kept.Renew(time.GetUtcNow() - MaxAge, () => ReadAsync(store, kept));
        if (kept.Names is null)
        {
            await Task.WhenAny(reading, Task.Delay(Patience, time, cancellationToken));
        }

        return kept.Names;
    }

    private async Task ReadAsync(IMetricNames store, Kept kept)
    {
        try
        {
            kept.Names = await store.ListMetricNamesAsync(lifetime.ApplicationStopping);
        }
        catch (Exception exception) when (exception is RunStoreException or OperationCanceledException)
        {
            // Asked again by the next one who looks; what was known before is still shown.
            kept.Forget();
        }
    }

    private sealed class Kept
    {
        private readonly Lock _lock = new();
        private DateTimeOffset _since = DateTimeOffset.MinValue;
        private Task _reading = Task.CompletedTask;

        public IReadOnlyList<MetricName>? Names { get; set; }

        public Task Renew(DateTimeOffset oldest, Func<Task> read)
        {
            lock (_lock)
            {
                if (_reading.IsCompleted && _since <= oldest)
                {
                    _since = oldest + MaxAge;
                    _reading = Task.Run(read);
                }

                return _reading;
            }
        }

        public void Forget() => _since = DateTimeOffset.MinValue;
    }
}
