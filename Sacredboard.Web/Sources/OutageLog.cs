using System.Globalization;
using Sacredboard.Data.Catalog.Loading;

namespace Sacredboard.Web.Sources;

/// <summary>
/// Logs why a source cannot be read: once, again every ten minutes while it lasts, and when it is over; not once for each try.
/// </summary>
public sealed partial class OutageLog(SourceRegistry sources, TimeProvider time, ILogger<OutageLog> logger) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, (string? Message, DateTimeOffset At)> _said = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var source in sources.All)
            {
                Look(source.Name, source.Catalog.State);
            }

            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Look(string source, CatalogState state)
    {
        var now = time.GetUtcNow();
        var isKnown = _said.TryGetValue(source, out var said);
        if (state is { Phase: CatalogPhase.Unavailable, UnavailableSince: { } since })
        {
            if (!isKnown || said.Message != state.Message || now - said.At >= Again)
            {
                Log.Unavailable(logger, source, since.ToString("u", CultureInfo.InvariantCulture), state.Message);
                _said[source] = (state.Message, now);
            }
        }
        else if (isKnown)
        {
            Log.Back(logger, source);
            _said.Remove(source);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Source} cannot be read since {Since}: {Reason}")]
        public static partial void Unavailable(ILogger logger, string source, string since, string? reason);

        [LoggerMessage(2, LogLevel.Information, "{Source} can be read again")]
        public static partial void Back(ILogger logger, string source);
    }
}
