using System.Collections;
using Sacredboard.Data.Fields;

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

    /// <summary>By slot; null when the slot is not in use.</summary>
    public CatalogRun? At(int slot)
    {
        var piece = slot / RunPiece.Size;
        return piece < pieces.Length ? pieces[piece][slot % RunPiece.Size] : null;
    }

    /// <summary>
    /// Makes the columns of some fields that are not known yet: on all processors, and for one piece after the other, whose runs are then at hand.
    /// </summary>
    public void Prepare(IReadOnlyList<RunField> fields) => Parallel.ForEach(pieces, piece =>
    {
        foreach (var field in fields.Take(RunPiece.MostColumns))
        {
            piece.Column(field);
        }
    });

    public IEnumerator<CatalogRun> GetEnumerator()
    {
        foreach (var slot in order)
        {
            yield return At(slot)!;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
