using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>Finds the runs that contain a word; each text and set of keys is searched once. Not safe for concurrent use.</summary>
internal sealed class WordFinder(SearchWord word, PackSnapshot packed)
{
    private const byte Unknown = 0;
    private const byte No = 1;
    private const byte Yes = 2;

    private readonly byte[] _items = new byte[packed.Count];
    private readonly Dictionary<Shape, bool> _shapes = new(ReferenceEqualityComparer.Instance);

    /// <summary>The runs of the piece that contain the word.</summary>
    public RunBits Find(RunPiece piece)
    {
        var columns = SearchColumns.Of(piece);
        var found = new RunBits();
        for (var i = 0; i < columns.Items.Keys.Length; i++)
        {
            if (IsInItem(columns.Items.Keys[i]))
            {
                columns.Items.Mark(i, found);
            }
        }

        for (var i = 0; i < columns.Shapes.Keys.Length; i++)
        {
            if (IsInKeys(columns.Shapes.Keys[i]))
            {
                columns.Shapes.Mark(i, found);
            }
        }

        if (word.Number is { } number && columns.Numbers.Keys.AsSpan().IndexOf(SearchColumns.KeyOf(number)) is >= 0 and var key)
        {
            columns.Numbers.Mark(key, found);
        }

        if (word.Boolean is { } boolean)
        {
            found.Or(boolean ? columns.True : columns.False);
        }

        FindStatusAndId(columns, found);
        return found;
    }

    private void FindStatusAndId(SearchColumns columns, RunBits found)
    {
        var (last, inLast) = ("", false);
        for (var i = 0; i < RunPiece.Size; i++)
        {
            var status = columns.Statuses[i];
            if (!ReferenceEquals(status, last))
            {
                (last, inLast) = (status, word.IsIn(status));
            }

            if (inLast || (!found[i] && IsInId(columns.Ids[i])))
            {
                found.Set(i);
            }
        }
    }

    private bool IsInItem(int item)
    {
        var state = _items[item];
        if (state == Unknown)
        {
            _items[item] = state = packed.Items[item].Contains(word) ? Yes : No;
        }

        return state == Yes;
    }

    private bool IsInKeys(Shape shape)
    {
        if (!_shapes.TryGetValue(shape, out var found))
        {
            _shapes[shape] = found = HasKey(shape);
        }

        return found;
    }

    private bool HasKey(Shape shape)
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

    // Only words of digits can be in a whole number, and most words are not.
    private bool IsInId(RunId id) =>
        id.Kind == RunIdKind.Integer ? (word.IsDigits || word.Number < 0) && word.IsIn(id.Integer) : word.IsIn(id.ToString());
}
