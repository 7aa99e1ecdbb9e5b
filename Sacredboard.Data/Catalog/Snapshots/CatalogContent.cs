using System.Collections.Concurrent;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Catalog.Snapshots;

/// <summary>The runs of a snapshot, which those after it share until a run changes.</summary>
/// <param name="Slots">Shared with later contents: it may have ids that this one has not.</param>
internal sealed record CatalogContent(RunList Runs, ConcurrentDictionary<RunId, int> Slots, PackSnapshot Packed)
{
    public static CatalogContent Empty => new(RunList.Empty, new(), PackSnapshot.Empty);

    /// <summary>What was derived from these runs.</summary>
    public Memo Memo { get; } = new(0);

    /// <summary>The slot of a run, which may be unused here; -1 when there is none.</summary>
    public int SlotOf(RunId id) => Slots.TryGetValue(id, out var slot) ? slot : -1;
}
