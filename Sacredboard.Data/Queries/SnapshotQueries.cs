using Sacredboard.Data.Catalog.Snapshots;

namespace Sacredboard.Data.Queries;

public static class SnapshotQueries
{
    /// <summary>The queries of this snapshot; the same instance each time.</summary>
    public static RunQueries Queries(this CatalogSnapshot snapshot) => snapshot.Memo.Keep(null, () => new RunQueries(snapshot));

    /// <summary>Prepares what the first query of a snapshot would wait for.</summary>
    public static void WarmQueries(this CatalogSnapshot snapshot) => snapshot.Queries().Warm();
}
