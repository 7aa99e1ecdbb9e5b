using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.Sources;

/// <summary>Makes the sources that the options name. Opens nothing yet: an unreachable database is the catalog's matter.</summary>
public sealed class SourceFactory(SacredboardOptions options, IWebHostEnvironment environment, TimeProvider time)
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
        var (store, logs) = RunStores.Open(place, options, time);
        var name = place.Name ?? names.Make(RunStores.ShortName(place));
        var catalog = new RunCatalog(
            store,
            new RunCatalogOptions
            {
                Limits = new RunLimits(place.MaxRuns, place.Since?.UtcDateTime),
                DeadAfter = TimeSpan.FromSeconds(options.DeadAfterSeconds),
                SummaryBytes = (long)options.MetricSummaryMegabytes << 20,
                AfterLoading = SnapshotQueries.WarmQueries,
            },
            time);
        return new Source(name, place.Title ?? name, store, catalog) { Logs = logs };
    }
}
