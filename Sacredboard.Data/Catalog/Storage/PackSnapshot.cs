namespace Sacredboard.Data.Catalog.Storage;

/// <summary>The shared texts, values and paths as a snapshot needs them.</summary>
/// <param name="Items">By number; only the first <paramref name="Count"/> are to be looked at.</param>
internal sealed record PackSnapshot(PackedItem[] Items, int Count, PathTable Paths, TextRanks Ranks)
{
    public static readonly PackSnapshot Empty = new([], 0, new PathTable(), new TextRanks());

    /// <summary>The alphabetical rank of every text, by its number.</summary>
    public int[] TextRanks() => Ranks.Of(Items, Count);
}
