using Sacredboard.Data.Querying;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Catalog;

/// <summary>All runs of a source at one moment. Immutable: queries need no lock.</summary>
public sealed class CatalogSnapshot
{
    private readonly TaskCompletionSource _superseded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lazy<Dictionary<RunId, CatalogRun>> _byId;
    private readonly TimeProvider _time;

    internal CatalogSnapshot(long version, IReadOnlyList<CatalogRun> runs, TimeProvider time)
    {
        (Version, Runs, _time) = (version, runs, time);
        _byId = new(() => runs.ToDictionary(run => run.Id));
    }

    /// <summary>Grows by one whenever any runs change.</summary>
    public long Version { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<CatalogRun> Runs { get; }

    /// <summary>Done as soon as there is a newer snapshot.</summary>
    internal Task Superseded => _superseded.Task;

    public CatalogRun? Find(RunId id) => _byId.Value.GetValueOrDefault(id);

    /// <summary>The runs that answer the query, sorted, one page of them.</summary>
    public RunPage Query(RunQuery query) => RunQueryEvaluator.Evaluate(this, query, _time.GetUtcNow());

    /// <summary>
    /// Config fields whose values differ between these runs (a run that lacks the key differs too), those that differ
    /// most first as a person would want them as columns; at most <paramref name="max"/>. Seeds and <c>__doc__</c> come last or not at all.
    /// </summary>
    public IReadOnlyList<RunField> DifferingConfig(IReadOnlyList<CatalogRun> runs, int max) => Querying.DifferingConfig.Find(runs, max);

    internal void Supersede() => _superseded.TrySetResult();
}
