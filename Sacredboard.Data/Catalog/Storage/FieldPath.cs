using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// Reads a path from many runs. Keeps the position in the last shape, because neighbours usually have the same shape. Not safe for
/// concurrent use.
/// </summary>
internal sealed class FieldPath
{
    private readonly PathTable _table;
    private readonly IReadOnlyList<string> _keys;
    private readonly List<int> _known = [PathTable.Root];
    private readonly Dictionary<Shape, Place> _places = new(ReferenceEqualityComparer.Instance);
    private Shape? _lastShape;
    private Place _lastPlace;

    public FieldPath(PathTable table, IReadOnlyList<string> keys)
    {
        (_table, _keys) = (table, keys);
        foreach (var key in keys)
        {
            if (!table.TryChild(_known[^1], key, out var id))
            {
                break;
            }

            _known.Add(id);
        }
    }

    public SacredValue? Value(Block? block)
    {
        if (block is null)
        {
            return null;
        }

        var place = Find(block.Shape);
        return place.Index >= 0 ? Walk(block[place.Index].ToValue(), place.Depth)
            : place.Depth == _keys.Count ? block.Value(_known[^1])
            : null;
    }

    /// <summary>The leaf at the path, missing when there is none; false for an object or a value inside a list or typed value.</summary>
    public bool TryLeaf(Block? block, out Leaf leaf)
    {
        leaf = default;
        if (block is null)
        {
            return true;
        }

        var place = Find(block.Shape);
        if (place.Index >= 0 && place.Depth == _keys.Count)
        {
            leaf = block[place.Index];
            return true;
        }

        return place is { Index: < 0, Depth: < 0 };
    }

    /// <summary>True when the path has an object whose values are separate leaves.</summary>
    public bool IsObject(Block block) => Find(block.Shape) is { Index: < 0 } place && place.Depth == _keys.Count;

    private Place Find(Shape shape)
    {
        if (ReferenceEquals(shape, _lastShape))
        {
            return _lastPlace;
        }

        if (!_places.TryGetValue(shape, out var place))
        {
            _places[shape] = place = Locate(shape);
        }

        (_lastShape, _lastPlace) = (shape, place);
        return place;
    }

    private Place Locate(Shape shape)
    {
        for (var depth = _known.Count - 1; depth >= 0; depth--)
        {
            if (shape.IndexOf(_known[depth]) is >= 0 and var index)
            {
                return new(index, depth);
            }
        }

        var whole = _known.Count == _keys.Count + 1 && shape.HasUnder(_known[^1]);
        return new(-1, whole ? _keys.Count : -1);
    }

    private SacredValue? Walk(SacredValue? value, int depth)
    {
        for (; depth < _keys.Count; depth++)
        {
            value = (value is SacredTyped typed ? typed.Value : value) switch
            {
                SacredObject members => members[_keys[depth]],
                SacredList list when int.TryParse(_keys[depth], out var index) && index >= 0 && index < list.Items.Count =>
                    list.Items[index],
                _ => null,
            };
        }

        return value;
    }

    /// <param name="Index">The index of the leaf that is the value or contains it; -1 when there is none.</param>
    /// <param name="Depth">Number of keys that lead to that leaf; without a leaf all of them for an object, -1 for nothing.</param>
    private readonly record struct Place(int Index, int Depth);
}
