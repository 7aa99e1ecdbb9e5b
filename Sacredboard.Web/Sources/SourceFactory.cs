using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Sources;
using Sacredboard.Data.Sources.Joining;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.Sources;

/// <summary>Makes the sources that the options name. Opens nothing yet: an unreachable database is the catalog's matter.</summary>
public sealed class SourceFactory(SacredboardOptions options, Backends backends, StoreContext context, IWebHostEnvironment environment)
{
    /// <summary>A database may hold hundreds of sources, which are not all looked at all the time.</summary>
    private static readonly TimeSpan SleepAfter = TimeSpan.FromMinutes(10);

    // A user may have called a source "all".
    private static readonly IEnumerable<string> JoinedNames =
        new[] { "all", "all-sources" }.Concat(Enumerable.Range(2, 1000).Select(i => FormattableString.Invariant($"all-sources-{i}")));

    private readonly RunField? _continuesField = RunField.TryParse(options.ContinuesField, out var field, out _) ? field : null;

    /// <summary>The sources that this factory keeps; null when they are made elsewhere.</summary>
    public SourceRegistry? Registry { get; private set; }

    public SourceRegistry Create()
    {
        var places = Places(options, out var isSamples);
        Registry = new SourceRegistry([.. places.Select(place => Open(place, found: null, place.Name))], isSamples);
        Registry.Replace(Registry.All, isSamples, Join(Registry.All, before: null));
        return Registry;
    }

    /// <summary>The source of the runs of all sources together; null where there is only one.</summary>
    /// <param name="listed">All sources.</param>
    /// <param name="before">What was made before, which is kept as long as no source has its name.</param>
    public Source? Join(IReadOnlyList<Source> listed, Source? before)
    {
        var taken = listed.Select(source => source.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (listed.Count < 2 || (before is not null && !taken.Contains(before.Name)))
        {
            return listed.Count < 2 ? null : before;
        }

        var registry = Registry!;
        var runs = new JoinedRuns(() => registry.Members);
        var name = JoinedNames.First(name => !taken.Contains(name));
        return new Source(name, "All sources", runs.Open(ReadOptions(new SourceOptions(), sleeps: true), context))
        {
            ContinuesField = _continuesField,
            Joined = runs,
            Members = () => registry.All,
        };
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
        var settings = ReadOptions(place.Options, sleeps: place.Finder is not null);
        var opened = RunSource.Open(backends, found?.Place ?? place.Options, settings, context);
        var source = new Source(name, place.TitleOf(found), opened) { ContinuesField = _continuesField };
        if (place.Finder is null)
        {
            source.Want();
        }

        return source;
    }

    private RunSourceOptions ReadOptions(SourceOptions settings, bool sleeps) => new()
    {
        Catalog = new()
        {
            Limits = new RunLimits(settings.MaxRuns, settings.Since?.UtcDateTime),
            DeadAfter = TimeSpan.FromSeconds(options.DeadAfterSeconds),
            StatisticsBytes = (long)options.MetricStatisticsMegabytes << 20,
            AfterLoading = SnapshotQueries.WarmQueries,
            SleepAfter = sleeps ? SleepAfter : null,
        },
        Logs = options.TensorBoard.ToLogDirectories(),
    };

    private SourceOptions Samples() => new()
    {
        Name = "samples",
        Title = "Sample runs",
        Directory = Path.Combine(environment.ContentRootPath, "samples"),
    };
}
