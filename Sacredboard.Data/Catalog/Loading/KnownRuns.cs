using System.Collections.Immutable;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Catalog.Loading;

/// <summary>What the store is told of a snapshot when it is asked for changes.</summary>
/// <param name="left">Runs that are known and left out, because of a limit: they need not be told of again.</param>
internal sealed class KnownRuns(CatalogSnapshot snapshot, IReadOnlyList<RunId> active, ImmutableHashSet<RunId> left, RunLimits limits) : IKnownRuns
{
    public int Count => snapshot.Runs.Count + left.Count;

    public IEnumerable<RunId> Ids => snapshot.Runs.Select(run => run.Id).Concat(left);

    public IReadOnlyList<RunId> Active => active;

    public RunLimits Limits => limits;

    public bool Contains(RunId id) => snapshot.Find(id) is not null || left.Contains(id);
}
