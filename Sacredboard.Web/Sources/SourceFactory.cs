using Sacredboard.Data.Queries;
using Sacredboard.Data.Sources;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.Sources;

/// <summary>Makes the sources that the options name. Opens nothing yet: an unreachable database is the catalog's matter.</summary>
public sealed class SourceFactory(SacredboardOptions options, Backends backends, StoreContext context, IWebHostEnvironment environment)
{
    /// <summary>The sources that this factory keeps; null when they are made elsewhere.</summary>
    public SourceRegistry? Registry { get; private set; }

    public SourceRegistry Create()
    {
        var places = Places(options, out var isSamples);
        return Registry = new SourceRegistry([.. places.Select(place => Open(place, found: null, place.Name))], isSamples);
    }

    /// <summary>The places that the options name, each with its name.</summary>
    /// <param name="read">The options.</param>
    /// <param name="isSamples">They name none.</param>
    public IReadOnlyList<ConfiguredPlace> Places(SacredboardOptions read, out bool isSamples)
    {
        var names = new SourceNames();
        isSamples = read.Place is null && read.Sources.Count == 0;
        return [.. (isSamples ? [Samples()] : read.Place is { } place ? [place] : read.Sources).Select(Named)];

        ConfiguredPlace Named(SourceOptions place) =>
            new(place, place.Name ?? names.Make(backends.ShortName(place)), backends.Inside(place));
    }

    /// <param name="place">A configured place.</param>
    /// <param name="found">The place inside of it; null for itself.</param>
    /// <param name="name">The name in URLs.</param>
    public Source Open(ConfiguredPlace place, FoundPlace? found, string name)
    {
        var settings = place.Options;
        var read = new RunSourceOptions
        {
            Catalog = new()
            {
                Limits = new RunLimits(settings.MaxRuns, settings.Since?.UtcDateTime),
                DeadAfter = TimeSpan.FromSeconds(options.DeadAfterSeconds),
                StatisticsBytes = (long)options.MetricStatisticsMegabytes << 20,
                AfterLoading = SnapshotQueries.WarmQueries,
            },
            Logs = options.TensorBoard.ToLogDirectories(),
        };
        var opened = RunSource.Open(backends, found?.Place ?? settings, read, context);
        var source = new Source(name, place.TitleOf(found), opened);
        if (place.Finder is null)
        {
            source.Want();
        }

        return source;
    }

    private SourceOptions Samples() => new()
    {
        Name = "samples",
        Title = "Sample runs",
        Directory = Path.Combine(environment.ContentRootPath, "samples"),
    };
}
