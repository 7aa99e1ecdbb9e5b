using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Snapshots;

/// <summary>All runs of a source at one moment. Immutable: no lock is needed to read it.</summary>
public sealed class CatalogSnapshot
{
    private readonly TaskCompletionSource _superseded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal CatalogSnapshot(long version, CatalogContent content, SnapshotStatistics statistics, TimeProvider clock) =>
        (Version, Content, Statistics, Clock) = (version, content, statistics, clock);

    /// <summary>Grows by one whenever runs change or statistics of their metrics are added.</summary>
    public long Version { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<CatalogRun> Runs => List;

    internal CatalogContent Content { get; }

    internal SnapshotStatistics Statistics { get; }

    /// <summary>The clock of the catalog, by which durations grow and runs are dead or alive.</summary>
    internal TimeProvider Clock { get; }

    /// <summary>Caches data derived from this snapshot.</summary>
    internal Memo Memo { get; } = new(0);

    internal RunList List => Content.Runs;

    /// <summary>Completed as soon as there is a newer snapshot.</summary>
    internal Task Superseded => _superseded.Task;

    public CatalogRun? Find(RunId id) => Content.SlotOf(id) is >= 0 and var slot ? List.At(slot) : null;

    /// <summary>The index of the run in <see cref="Runs"/>, or -1.</summary>
    public int IndexOf(RunId id) => Content.SlotOf(id) is >= 0 and var slot ? Array.IndexOf(List.Order, slot) : -1;

    /// <summary>
    /// The decoded value of any field of a run of this snapshot; null when there is none. Statistics are also null while not known;
    /// asking for them makes the catalog compute them in the background, see <see cref="Progress"/>. The own field
    /// <c>duration</c> is always null, because it grows: see <see cref="CatalogRun.Duration"/>.
    /// </summary>
    public SacredValue? Value(CatalogRun run, RunField field) => field.Root != FieldRoot.Metric ? run.Value(field)
        : Content.SlotOf(run.Id) is >= 0 and var slot ? Statistics.Shown(field).Value(slot)
        : null;

    /// <summary>The same at a moment, including durations as a number of seconds.</summary>
    public SacredValue? Value(CatalogRun run, RunField field, DateTimeOffset now) =>
        field.OwnField is { MovesWithTime: true } own ? OwnValues.Value(run, own, now) : Value(run, field);

    /// <summary>The same for many runs, in their order; faster, because the path of the field is looked up once.</summary>
    public IReadOnlyList<SacredValue?> Values(IReadOnlyList<CatalogRun> runs, RunField field)
    {
        if (field.Root == FieldRoot.Own)
        {
            return [.. runs.Select(run => run.Value(field))];
        }

        if (field.Root == FieldRoot.Metric)
        {
            var column = Statistics.Shown(field);
            return [.. runs.Select(run => Content.SlotOf(run.Id) is >= 0 and var slot ? column.Value(slot) : null)];
        }

        var path = new FieldPath(Content.Packed.Paths, field.Path);
        return [.. runs.Select(run => path.Value(run.Block(field.Root)))];
    }

    /// <summary>
    /// The metrics of all runs, by name. The first call returns none, but makes the catalog find them in the background for a later
    /// snapshot; see <see cref="RunCatalog.WaitForMetricNamesAsync"/>.
    /// </summary>
    public IReadOnlyList<MetricName> MetricNames => Statistics.Names ?? [];

    /// <summary>
    /// The same names as they were last found; null while they are not known. They are only looked for again when many runs came.
    /// </summary>
    public IReadOnlyList<MetricName>? KnownMetricNames => Statistics.KnownNames(List.Count);

    internal bool HasMetricNames => Statistics.Names is not null;

    /// <summary>The progress of computing those of the fields that are statistics.</summary>
    public IReadOnlyList<StatisticsProgress> Progress(IEnumerable<RunField> fields) => Statistics.Progress(fields, List.Count);

    /// <summary>False for a statistic that is not computed yet for the run; true for all other fields.</summary>
    public bool IsKnown(CatalogRun run, RunField field) =>
        field.Root != FieldRoot.Metric || (Content.SlotOf(run.Id) is >= 0 and var slot && Statistics.Shown(field).IsKnown(slot));

    /// <summary>The snapshot version in which the run, or one of these fields of it, last changed.</summary>
    public long VersionOf(CatalogRun run, IEnumerable<RunField> fields)
    {
        var version = run.Version;
        if (Content.SlotOf(run.Id) is >= 0 and var slot)
        {
            foreach (var field in fields.Where(field => field.Root == FieldRoot.Metric))
            {
                version = Math.Max(version, Statistics.Shown(field).ChangedIn(slot));
            }
        }

        return version;
    }

    internal void Supersede() => _superseded.TrySetResult();
}
