namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// A part of the runs, immutable. Snapshots share unchanged pieces with the data that queries derived from them, so queries of a new
/// snapshot only process changed pieces. Safe for concurrent use.
/// </summary>
internal sealed class RunPiece(CatalogRun?[] runs)
{
    public const int Size = 1024;

    /// <summary>25 MB in all for 100,000 runs: a dozen columns to sort by, and as many to sum up.</summary>
    private const long MaxMemoBytes = 256 << 10;

    public CatalogRun? this[int index] => runs[index];

    /// <summary>By index; null where a slot is not in use.</summary>
    public CatalogRun?[] Runs => runs;

    public int Count { get; } = runs.Count(run => run is not null);

    /// <summary>Caches data derived from these runs.</summary>
    public Memo Memo { get; } = new(MaxMemoBytes);
}
