using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Catalog;

/// <summary>What the store is told of a snapshot when it is asked for changes.</summary>
internal sealed class KnownRuns(CatalogSnapshot snapshot, IReadOnlyList<RunId> active, RunLimits limits) : IKnownRuns
{
    public int Count => snapshot.Runs.Count;

    public IEnumerable<RunId> Ids => snapshot.Runs.Select(run => run.Id);

    public IReadOnlyList<RunId> Active => active;

    public bool Contains(RunId id) => snapshot.Find(id) is not null;

    public RunLimits Limits => limits;
}
