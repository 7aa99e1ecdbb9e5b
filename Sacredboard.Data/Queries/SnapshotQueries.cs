using Sacredboard.Data.Catalog.Snapshots;

namespace Sacredboard.Data.Queries;

public static class SnapshotQueries
{
    /// <summary>Asks this snapshot; the same instance each time.</summary>
    public static RunQueries Queries(this CatalogSnapshot snapshot) => snapshot.Memo.Keep(null, () => new RunQueries(snapshot));

    /// <summary>Makes what the first query of a snapshot would have to wait for.</summary>
    public static void WarmQueries(this CatalogSnapshot snapshot) => snapshot.Queries().Warm();
}
