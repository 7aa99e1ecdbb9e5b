using Sacredboard.Data.Stores;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.Sources;

/// <summary>
/// Keeps the list of sources current: looks again and again what is in each place, and reads the settings anew when their file changes.
/// Sources that stay keep what they have read.
/// </summary>
public sealed partial class SourceUpdater(
    SourceFactory factory,
    SourceRegistry sources,
    SettingsFile settings,
    SourceCounter counter,
    TimeProvider time,
    ILogger<SourceUpdater> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Source> _open = [];
    private IReadOnlyList<PlaceContent> _places = [];
    private bool _isSamples;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Tests may bring sources of their own.
        if (factory.Registry != sources)
        {
            sources.SetReady();
            return;
        }

        Take(settings.Started);
        foreach (var (place, source) in _places.Zip(sources.All))
        {
            _open[place.Key(found: null)] = source;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await UpdateAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever happens must not end the pages.
                Log.Failed(logger, exception);
            }

            sources.SetReady();
            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task UpdateAsync(CancellationToken cancellationToken)
    {
        Reread();
        await Task.WhenAll(_places.Select(place => place.LookAsync(cancellationToken)));
        cancellationToken.ThrowIfCancellationRequested();
        Apply();
        sources.SetReady();
        await counter.CountAsync(sources.All.Where(source => source is { IsWanted: false, LastCounts: null }), cancellationToken);
    }

    private void Reread()
    {
        if (!settings.HasChanged())
        {
            return;
        }

        var (options, failures) = settings.Read();
        sources.Problems = failures;
        if (options is null)
        {
            Log.Refused(logger, settings.Name, string.Join(Environment.NewLine, failures));
            return;
        }

        Take(options);
        Log.Read(logger, settings.Name, _places.Count);
        if (settings.Waiting.Count > 0)
        {
            Log.Waits(logger, string.Join(", ", settings.Waiting));
        }
    }

    private void Take(SacredboardOptions options)
    {
        var known = _places.ToDictionary(place => place.Place.Key);
        _places =
        [
            .. factory.Places(options, out _isSamples)
                .Select(place => known.GetValueOrDefault(place.Key) ?? new PlaceContent(place, time)),
        ];
    }

    private void Apply()
    {
        var wanted = _places.SelectMany(place => place.Found.Select(found => (Key: place.Key(found), Place: place, Found: found))).ToList();
        foreach (var gone in _open.Keys.Except(wanted.Select(source => source.Key)).ToList())
        {
            _open.Remove(gone);
        }

        foreach (var (key, place, found) in wanted.Where(source => !_open.ContainsKey(source.Key)))
        {
            _open[key] = factory.Open(place.Place, found, Unique(place.Place.NameOf(found), found));
            Log.Found(logger, _open[key].Name);
        }

        foreach (var place in _places.Where(place => place.IsOne))
        {
            _open[place.Key(place.Found[0])].Want();
        }

        List<Source> listed = [.. wanted.Select(source => _open[source.Key])];
        if (!listed.SequenceEqual(sources.All))
        {
            sources.Replace(listed, _isSamples, factory.Join(listed, sources.Joined));
        }
    }

    // What is found may be called like another place.
    private string Unique(string name, FoundPlace? found)
    {
        var taken = _open.Values.Select(source => source.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (found is { IsUsual: false })
        {
            taken.UnionWith(_places.Select(place => place.Place.Name));
        }

        var unique = name;
        for (var i = 2; taken.Contains(unique); i++)
        {
            unique = FormattableString.Invariant($"{name}-{i}");
        }

        return unique;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Found {Source}")]
        public static partial void Found(ILogger logger, string source);

        [LoggerMessage(2, LogLevel.Information, "Read {File} again: it names {Count} places")]
        public static partial void Read(ILogger logger, string file, int count);

        [LoggerMessage(5, LogLevel.Warning, "Takes effect after a restart: {Settings}")]
        public static partial void Waits(ILogger logger, string settings);

        [LoggerMessage(4, LogLevel.Error, "Looking for sources failed; it is tried again")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(3, LogLevel.Error, "{File} was changed, but cannot be used, so that the sources stay as they are: {Failures}")]
        public static partial void Refused(ILogger logger, string file, string failures);
    }
}
