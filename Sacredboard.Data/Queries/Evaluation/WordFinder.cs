using System.Collections.Concurrent;
using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>Finds the runs that contain a word; each set of keys is searched once, or twice at the same moment. Safe for
/// concurrent use.</summary>
internal sealed class WordFinder(SearchWord word, ItemTests items)
{
    /// <summary>After a text that so many runs of a piece have, all of them may be found.</summary>
    private const int Many = 32;

    private readonly ConcurrentDictionary<Shape, bool> _shapes = new(ReferenceEqualityComparer.Instance);
    private readonly bool _mayBeInNumber = word.IsDigits || word.Number < 0;

    /// <summary>The runs of the piece that contain the word.</summary>
    public RunBits Find(RunPiece piece)
    {
        var columns = SearchColumns.Of(piece);
        var found = new RunBits();
        for (var i = 0; i < columns.Items.Keys.Length; i++)
        {
            if (items[columns.Items.Keys[i]])
            {
                columns.Items.Mark(i, found);
                if (columns.Items.Count(i) >= Many && found.Count == piece.Count)
                {
                    return found;
                }
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
        for (var i = 0; i < columns.Statuses.Names.Length; i++)
        {
            if (word.IsIn(columns.Statuses.Names[i]))
            {
                found.Or(columns.Statuses.Runs[i]);
            }
        }

        // Only words of digits can be in a whole number, and most words are not.
        for (var i = 0; i < RunPiece.Size && (_mayBeInNumber || !columns.HasOnlyNumbersAsIds); i++)
        {
            if (!found[i] && IsInId(columns.Ids[i]))
            {
                found.Set(i);
            }
        }
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

    private bool IsInId(RunId id) =>
        id.Kind == RunIdKind.Integer ? _mayBeInNumber && word.IsIn(id.Integer) : word.IsIn(id.ToString());
}
