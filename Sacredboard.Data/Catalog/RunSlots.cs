namespace Sacredboard.Data.Catalog;

/// <summary>
/// An array of runs of which cheap copies can be taken: it is kept in pieces, and a piece is copied only when something
/// in it changes after a copy was taken. Not safe for concurrent use, but the copies are.
/// </summary>
internal sealed class RunSlots
{
    public const int PieceBits = 10;
    public const int PieceSize = 1 << PieceBits;

    private readonly List<CatalogRun?[]> _pieces = [];
    private readonly HashSet<int> _own = [];

    public CatalogRun? this[int slot]
    {
        get => _pieces[slot >> PieceBits][slot & (PieceSize - 1)];
        set
        {
            var piece = slot >> PieceBits;
            if (piece == _pieces.Count)
            {
                _pieces.Add(new CatalogRun?[PieceSize]);
                _own.Add(piece);
            }
            else if (_own.Add(piece))
            {
                _pieces[piece] = [.. _pieces[piece]];
            }

            _pieces[piece][slot & (PieceSize - 1)] = value;
        }
    }

    public CatalogRun?[][] Copy()
    {
        _own.Clear();
        return [.. _pieces];
    }
}
