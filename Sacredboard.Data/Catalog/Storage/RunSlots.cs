namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// An array of runs with cheap copies: it consists of pieces, and a piece is copied only when it changes after a copy was taken. Not safe
/// for concurrent use, but the copies are.
/// </summary>
internal sealed class RunSlots
{
    private readonly List<CatalogRun?[]> _runs = [];

    /// <summary>The pieces of the last copy; null where something changed since.</summary>
    private readonly List<RunPiece?> _pieces = [];

    public CatalogRun? this[int slot]
    {
        get => _runs[slot / RunPiece.Size][slot % RunPiece.Size];
        set
        {
            var piece = slot / RunPiece.Size;
            if (piece == _pieces.Count)
            {
                _runs.Add(new CatalogRun?[RunPiece.Size]);
                _pieces.Add(null);
            }
            else if (_pieces[piece] is not null)
            {
                _runs[piece] = [.. _runs[piece]];
                _pieces[piece] = null;
            }

            _runs[piece][slot % RunPiece.Size] = value;
        }
    }

    public RunPiece[] Copy()
    {
        for (var i = 0; i < _pieces.Count; i++)
        {
            _pieces[i] ??= new RunPiece(_runs[i]);
        }

        return [.. _pieces.Select(piece => piece!)];
    }
}
