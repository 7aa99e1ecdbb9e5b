namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// Some of the runs, which never change any more. Snapshots share the pieces that are the same in both, and with them what queries
/// derived from their runs: a new snapshot costs its queries only what really is new. Safe for concurrent use.
/// </summary>
internal sealed class RunPiece(CatalogRun?[] runs)
{
    public const int Size = 1024;

    /// <summary>Of 100,000 runs 38 MB altogether.</summary>
    private const long MaxMemoBytes = 384 << 10;

    public CatalogRun? this[int index] => runs[index];

    /// <summary>Null where a slot is not in use.</summary>
    public CatalogRun?[] Runs => runs;

    public int Count { get; } = runs.Count(run => run is not null);

    /// <summary>What was derived from these runs.</summary>
    public Memo Memo { get; } = new(MaxMemoBytes);
}
