namespace Sacredboard.Data.Catalog.Storage;

/// <summary>The shared texts, values and paths of a snapshot.</summary>
/// <param name="Items">The items by id; only the first <paramref name="Count"/> may be used.</param>
internal sealed record PackSnapshot(PackedItem[] Items, int Count, PathTable Paths, TextRanks Ranks)
{
    public static readonly PackSnapshot Empty = new([], 0, new PathTable(), new TextRanks());

    /// <summary>The alphabetical rank of every text, by its id.</summary>
    public int[] TextRanks() => Ranks.Of(Items, Count);
}
