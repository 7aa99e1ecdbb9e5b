using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Columns;

/// <summary>Sorts paths like a tree: parents before children, siblings by name.</summary>
internal sealed class PathSorter(PathTable table, Dictionary<(FieldRoot Root, int Path), PathUse> uses)
{
    private readonly List<ListedColumn> _sorted = new(uses.Count);
    private readonly ILookup<(FieldRoot, int), PathUse> _children = uses.Values.ToLookup(use => (use.Root, table.Parent(use.Path)));

    public List<ListedColumn> Sorted()
    {
        foreach (var root in uses.Keys.Select(key => key.Root).Distinct().Order().ToList())
        {
            Add(root, PathTable.Root, []);
        }

        return _sorted;
    }

    private void Add(FieldRoot root, int parent, string[] above)
    {
        var children = _children[(root, parent)]
            .Select(use => (Key: table.Key(use.Path), Use: use))
            .OrderBy(child => child.Key, StringComparer.OrdinalIgnoreCase)
            .ThenBy(child => child.Key, StringComparer.Ordinal);
        foreach (var (key, use) in children)
        {
            string[] path = [.. above, key];
            _sorted.Add(new()
            {
                Field = new RunField { Root = root, Path = path },
                Runs = use.Runs,
                Example = use.Example.ToValue(),
                HasChildren = use.HasChildren,
            });
            if (use.HasChildren)
            {
                Add(root, use.Path, path);
            }
        }
    }
}
