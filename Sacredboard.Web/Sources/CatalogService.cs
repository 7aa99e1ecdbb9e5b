namespace Sacredboard.Web.Sources;

/// <summary>Keeps the catalogs of all sources loaded and current, in the background.</summary>
public sealed partial class CatalogService(SourceRegistry sources, TimeProvider time, ILogger<CatalogService> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(sources.All.Select(source => KeepCurrentAsync(source, stoppingToken)));

    private async Task KeepCurrentAsync(Source source, CancellationToken cancellationToken)
    {
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

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Reading the runs of {Source} stopped and begins anew")]
        public static partial void Stopped(ILogger logger, string source, Exception exception);
    }
}
