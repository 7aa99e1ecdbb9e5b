namespace Sacredboard.Web.Sources;

/// <summary>Keeps the catalogs of all sources that are wanted loaded and current, in the background. Ends those that are gone.</summary>
public sealed partial class CatalogService(SourceRegistry sources, TimeProvider time, ILogger<CatalogService> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Dictionary<Source, Kept> _kept = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var changed = sources.Changed;
            var listed = sources.Every;
            foreach (var source in listed.Where(source => !_kept.ContainsKey(source)))
            {
                var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                _kept[source] = new(stop, KeepCurrentAsync(source, stop.Token));
            }

            foreach (var source in _kept.Keys.Except(listed).ToList())
            {
                await EndAsync(source);
            }

            await changed.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(_kept.Values.Select(kept => kept.Following));
    }

    private async Task EndAsync(Source source)
    {
        _kept.Remove(source, out var kept);
        await kept!.Stop.CancelAsync();
        await kept.Following;
        kept.Stop.Dispose();
        await source.DisposeAsync();
    }

    private async Task KeepCurrentAsync(Source source, CancellationToken cancellationToken)
    {
        await source.Wanted.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await source.Catalog.RunAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The catalog turns failures of the storage into states; whatever else happens must not end the pages.
                Log.Stopped(logger, source.Name, exception);
            }

            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private sealed record Kept(CancellationTokenSource Stop, Task Following);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Reading the runs of {Source} stopped and begins anew")]
        public static partial void Stopped(ILogger logger, string source, Exception exception);
    }
}
