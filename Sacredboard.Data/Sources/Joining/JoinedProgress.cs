using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Sources.Joining;

/// <summary>What was taken over from one member.</summary>
internal sealed class JoinedProgress(JoinedMember member)
{
    private readonly HashSet<RunId> _known = [];
    private long _version = -1;

    /// <summary>The joined ids of all runs that were taken over.</summary>
    public IEnumerable<RunId> All => _known.Select(member.Join);

    /// <summary>The runs that are new or different since the last call.</summary>
    /// <param name="deleted">Gets the joined ids of those that are gone.</param>
    public IReadOnlyList<CatalogRun> Read(List<RunId> deleted)
    {
        var snapshot = member.Source.Catalog.Snapshot;
        if (snapshot.Version == _version)
        {
            return [];
        }

        var changed = snapshot.Runs.Where(run => run.Version > _version).ToList();
        _known.UnionWith(changed.Select(run => run.Id));
        if (_known.Count > snapshot.Runs.Count)
        {
            var gone = _known.Where(id => snapshot.Find(id) is null).ToList();
            _known.ExceptWith(gone);
            deleted.AddRange(gone.Select(member.Join));
        }

        _version = snapshot.Version;
        return changed;
    }
}
