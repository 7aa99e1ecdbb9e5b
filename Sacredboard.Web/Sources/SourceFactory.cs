using Sacredboard.Data.Queries;
using Sacredboard.Data.Sources;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.Sources;

/// <summary>Makes the sources that the options name. Opens nothing yet: an unreachable database is the catalog's matter.</summary>
public sealed class SourceFactory(SacredboardOptions options, Backends backends, StoreContext context, IWebHostEnvironment environment)
{
    public SourceRegistry Create()
    {
        var places = Places(out var isSamples);
        var names = new SourceNames();
        return new SourceRegistry([.. places.Select(place => Open(place, names))], isSamples);
    }

    private IEnumerable<SourceOptions> Places(out bool isSamples)
    {
        isSamples = options.Place is null && options.Sources.Count == 0;
        return isSamples ? [Samples()]
            : options.Place is { } place ? [place]
            : options.Sources;
    }

    private SourceOptions Samples() => new()
    {
        Name = "samples",
        Title = "Sample runs",
        Directory = Path.Combine(environment.ContentRootPath, "samples"),
    };

    private Source Open(SourceOptions place, SourceNames names)
    {
        var read = new RunSourceOptions
        {
            Catalog = new()
            {
                Limits = new RunLimits(place.MaxRuns, place.Since?.UtcDateTime),
                DeadAfter = TimeSpan.FromSeconds(options.DeadAfterSeconds),
                StatisticsBytes = (long)options.MetricStatisticsMegabytes << 20,
                AfterLoading = SnapshotQueries.WarmQueries,
            },
            Logs = options.TensorBoard.ToLogDirectories(),
        };
        var name = place.Name ?? names.Make(backends.ShortName(place));
        return new Source(name, place.Title ?? name, RunSource.Open(backends, place, read, context));
    }
}
