using System.Collections;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>The runs of a snapshot, newest first.</summary>
internal sealed class RunList(RunPiece[] pieces, int[] order) : IReadOnlyList<CatalogRun>
{
    public static readonly RunList Empty = new([], []);

    public int Count => order.Length;

    public RunPiece[] Pieces => pieces;

    /// <summary>Slots, newest first.</summary>
    public int[] Order => order;

    public CatalogRun this[int index] => At(order[index])!;

    /// <summary>The run at a slot; null when the slot is not in use.</summary>
    public CatalogRun? At(int slot)
    {
        var piece = slot / RunPiece.Size;
        return piece < pieces.Length ? pieces[piece][slot % RunPiece.Size] : null;
    }

    public IEnumerator<CatalogRun> GetEnumerator()
    {
        foreach (var slot in order)
        {
            yield return At(slot)!;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
