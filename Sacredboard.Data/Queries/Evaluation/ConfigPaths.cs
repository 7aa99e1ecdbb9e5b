using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>All config paths of all runs, including those of objects.</summary>
internal static class ConfigPaths
{
    public static IReadOnlySet<int> Of(CatalogContent content) =>
        content.Memo.Keep<IReadOnlySet<int>>(typeof(ConfigPaths), () => Find(content.Runs));

    private static HashSet<int> Find(RunList runs)
    {
        var paths = new HashSet<int>();
        var seen = new HashSet<Shape>(ReferenceEqualityComparer.Instance);
        foreach (var shape in runs.Pieces.SelectMany(piece => SearchColumns.Of(piece).ConfigShapes))
        {
            if (!seen.Add(shape))
            {
                continue;
            }

            foreach (var path in shape.Paths)
            {
                for (var part = path; part != PathTable.Root && paths.Add(part); part = shape.Table.Parent(part))
                {
                }
            }
        }

        return paths;
    }
}
