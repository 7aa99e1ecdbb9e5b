using System.Collections.Immutable;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Catalog.Loading;

/// <summary>The known runs for reading changes from the store.</summary>
/// <param name="left">Known runs that a limit excludes, so that they are not reported again.</param>
internal sealed class KnownRuns(
    CatalogSnapshot snapshot,
    IReadOnlyList<RunId> active,
    ImmutableHashSet<RunId> left,
    RunLimits limits) : IKnownRuns
{
    public int Count => snapshot.Runs.Count + left.Count;

    public IEnumerable<RunId> Ids => snapshot.Runs.Select(run => run.Id).Concat(left);

    public IReadOnlyList<RunId> Active => active;

    public RunLimits Limits => limits;

    public bool Contains(RunId id) => snapshot.Find(id) is not null || left.Contains(id);
}
