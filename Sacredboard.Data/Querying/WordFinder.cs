using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Packing;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Querying;

/// <summary>Looks for one word in many runs: in each text, key and status only once. Not safe for concurrent use.</summary>
internal sealed class WordFinder(SearchWord word, PackView packed)
{
    private const byte Unknown = 0;
    private const byte No = 1;
    private const byte Yes = 2;

    private readonly byte[] _items = new byte[packed.Count];
    private readonly ulong _numberBits = word.Number is { } number ? SearchColumns.BitsOf(number) : 0;
    private readonly int _booleanBit = word.Boolean switch { true => 2, false => 1, null => 0 };
    private readonly KeyFinder _configKeys = new(word);
    private readonly KeyFinder _resultKeys = new(word);
    private string? _lastStatus;
    private bool _lastInStatus;

    public bool IsIn(RunPiece piece, int index)
    {
        var columns = piece.Search;
        return IsInItems(columns.Items(index))
            || _configKeys.IsIn(columns.ConfigShapes[index])
            || _resultKeys.IsIn(columns.ResultShapes[index])
            || IsInStatus(columns.Statuses[index])
            || IsInId(columns.Ids[index])
            || (columns.Booleans[index] & _booleanBit) != 0
            || (word.Number is { } number && (columns.Numbers[index] & _numberBits) == _numberBits && HasNumber(piece[index]!, number));
    }

    private bool IsInItems(ReadOnlySpan<int> items)
    {
        foreach (var item in items)
        {
            var state = _items[item];
            if (state == Unknown)
            {
                _items[item] = state = packed.Items[item].Contains(word) ? Yes : No;
            }

            if (state == Yes)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsInStatus(string status)
    {
        if (!ReferenceEquals(status, _lastStatus))
        {
            (_lastStatus, _lastInStatus) = (status, word.IsIn(status));
        }

        return _lastInStatus;
    }

    private bool IsInId(RunId id) =>
        id.Kind == RunIdKind.Integer ? (word.IsDigits || word.Number < 0) && word.IsIn(id.Integer) : word.IsIn(id.ToString());

    private static bool HasNumber(CatalogRun run, double number) =>
        HasNumber(run.ConfigBlock, number) || HasNumber(run.ResultBlock, number);

    private static bool HasNumber(Block? block, double number)
    {
        foreach (var leaf in block is null ? [] : block.Leaves)
        {
            if (leaf.TryNumber(out var value) && value == number)
            {
                return true;
            }
        }

        return false;
    }
}
