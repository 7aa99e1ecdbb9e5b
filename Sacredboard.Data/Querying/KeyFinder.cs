using Sacredboard.Data.Catalog.Packing;

namespace Sacredboard.Data.Querying;

/// <summary>Looks for a word in the keys of runs, once in each set of keys. Not safe for concurrent use.</summary>
internal sealed class KeyFinder(SearchWord word)
{
    private readonly Dictionary<Shape, bool> _shapes = new(ReferenceEqualityComparer.Instance);
    private Shape? _last;
    private bool _lastFound;

    public bool IsIn(Shape? shape)
    {
        if (shape is null)
        {
            return false;
        }

        if (!ReferenceEquals(shape, _last))
        {
            _last = shape;
            if (!_shapes.TryGetValue(shape, out _lastFound))
            {
                _shapes[shape] = _lastFound = Search(shape);
            }
        }

        return _lastFound;
    }

    private bool Search(Shape shape)
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
}
