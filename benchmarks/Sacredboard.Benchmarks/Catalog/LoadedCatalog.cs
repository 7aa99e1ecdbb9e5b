using System.Diagnostics;
using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Stores;

namespace Sacredboard.Benchmarks.Catalog;

/// <summary>A catalog that has loaded all its runs and keeps following its store.</summary>
internal sealed class LoadedCatalog : IAsyncDisposable
{
    private readonly IRunStore _store;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    private LoadedCatalog(IRunStore store)
    {
        _store = store;
        Catalog = new RunCatalog(store, new RunCatalogOptions { AfterLoading = SnapshotQueries.WarmQueries }, TimeProvider.System);
        _running = Task.Run(() => Catalog.RunAsync(_stop.Token));
    }

    public RunCatalog Catalog { get; }

    /// <summary>Time until the first runs could be shown.</summary>
    public TimeSpan FirstPage { get; private set; }

    public TimeSpan All { get; private set; }

    public static async Task<LoadedCatalog> LoadAsync(IRunStore store)
    {
        var started = Stopwatch.GetTimestamp();
        var loaded = new LoadedCatalog(store);
        await loaded.Catalog.WaitAsync(0, CancellationToken.None);
        loaded.FirstPage = Stopwatch.GetElapsedTime(started);
        while (loaded.Catalog.State.Phase == CatalogPhase.Loading)
        {
            await Task.Delay(5);
        }

        loaded.All = Stopwatch.GetElapsedTime(started);
        return loaded;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ContinueWith(_ => { }, TaskScheduler.Default);
        await _store.DisposeAsync();
        _stop.Dispose();
    }
}
