using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Catalog.Snapshots;

/// <summary>The runs of a snapshot, shared with later snapshots until a run changes.</summary>
/// <param name="Slots">Shared with later contents, so it may have ids that are not in this one.</param>
internal sealed record CatalogContent(RunList Runs, RunIndex Slots, PackSnapshot Packed)
{
    public static CatalogContent Empty => new(RunList.Empty, new(), PackSnapshot.Empty);

    /// <summary>Caches data derived from these runs.</summary>
    public Memo Memo { get; } = new(0);

    /// <summary>The slot of a run, which may be unused here; -1 when there is none.</summary>
    public int SlotOf(RunId id) => Slots[id];
}
