using Sacredboard.Data.Catalog;

namespace Sacredboard.Benchmarks.Catalog;

/// <summary>A catalog that has read all its runs and goes on in the background.</summary>
internal sealed class LoadedCatalog : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    private LoadedCatalog(int count)
    {
        Catalog = new RunCatalog(new SyntheticStore(count), new RunCatalogOptions(), TimeProvider.System);
        _running = Task.Run(() => Catalog.RunAsync(_stop.Token));
    }

    public RunCatalog Catalog { get; }

    public static async Task<LoadedCatalog> LoadAsync(int count)
    {
        var loaded = new LoadedCatalog(count);
        await loaded.Catalog.WaitAsync(0, CancellationToken.None);
        while (loaded.Catalog.State.Phase != CatalogPhase.Current)
        {
            await Task.Delay(5);
        }

        return loaded;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ContinueWith(_ => { }, TaskScheduler.Default);
        _stop.Dispose();
    }
}
