using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Packing;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Querying;

/// <summary>Finds the runs that hold every word of a text. Each distinct text of the catalog is searched once. Not safe for concurrent use.</summary>
internal sealed class TextFilter
{
    private readonly WordFinder[] _finders;

    private TextFilter(IReadOnlyList<string> words, PackView packed) =>
        _finders = [.. words.Select(word => new WordFinder(new SearchWord(word), packed))];

    /// <summary>Null when the text asks for nothing.</summary>
    public static TextFilter? Of(string text, PackView packed) =>
        SearchWords.Split(text) is { Count: > 0 } words ? new(words, packed) : null;

    public bool Matches(CatalogRun run)
    {
        foreach (var finder in _finders)
        {
            if (!finder.IsIn(run))
            {
                return false;
            }
        }

        return true;
    }

    private sealed class WordFinder(SearchWord word, PackView packed)
    {
        private const byte Unknown = 0;
        private const byte No = 1;
        private const byte Yes = 2;

        private readonly byte[] _items = new byte[packed.Count];
        private readonly Dictionary<string, bool> _statuses = [];
        private readonly Dictionary<Shape, bool> _shapes = new(ReferenceEqualityComparer.Instance);
        private Shape? _lastShape;
        private bool _lastInShape;

        public bool IsIn(CatalogRun run) =>
            IsInItems(run.Searched)
            || IsInKeys(run.ConfigBlock)
            || IsInKeys(run.ResultBlock)
            || IsInStatus(run.Status)
            || IsInId(run.Id)
            || (word.Number is { } number && (HasNumber(run.ConfigBlock, number) || HasNumber(run.ResultBlock, number)))
            || (word.Boolean is { } boolean && (HasBoolean(run.ConfigBlock, boolean) || HasBoolean(run.ResultBlock, boolean)));

        private bool IsInItems(int[] items)
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

        private bool IsInKeys(Block? block)
        {
            if (block is null)
            {
                return false;
            }

            if (!ReferenceEquals(block.Shape, _lastShape))
            {
                _lastShape = block.Shape;
                if (!_shapes.TryGetValue(block.Shape, out _lastInShape))
                {
                    _shapes[block.Shape] = _lastInShape = IsInKeys(block.Shape);
                }
            }

            return _lastInShape;
        }

        private bool IsInKeys(Shape shape)
        {
            foreach (var path in shape.Paths)
            {
                for (var part = path; part != PathTable.Root; part = shape.Table.Parent(part))
                {
                    if (word.IsIn(shape.Table.Key(part)))
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        private bool IsInStatus(string status)
        {
            if (!_statuses.TryGetValue(status, out var found))
            {
                _statuses[status] = found = word.IsIn(status);
            }

            return found;
        }

        private bool IsInId(RunId id) =>
            id.Kind == RunIdKind.Integer ? (word.IsDigits || word.Number < 0) && word.IsIn(id.Integer) : word.IsIn(id.ToString());

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

        private static bool HasBoolean(Block? block, bool boolean)
        {
            foreach (var leaf in block is null ? [] : block.Leaves)
            {
                if (leaf.TryBoolean(out var value) && value == boolean)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
