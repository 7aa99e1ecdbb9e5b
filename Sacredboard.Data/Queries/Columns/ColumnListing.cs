using System.Runtime.InteropServices;
using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Columns;

/// <summary>Every field that any run of a snapshot has, with the number of runs that have it.</summary>
public sealed class ColumnListing
{
    private ColumnListing(IReadOnlyList<ListedColumn> own, IReadOnlyList<ListedColumn> paths) => (Own, Paths) = (own, paths);

    /// <summary>The own fields that any run has, in the order of <see cref="OwnFields"/>.</summary>
    public IReadOnlyList<ListedColumn> Own { get; }

    /// <summary>
    /// All paths of config, info, host, meta, result and experiment in this order, each sorted by name, objects before their members.
    /// Items of lists are not included.
    /// </summary>
    public IReadOnlyList<ListedColumn> Paths { get; }

    internal static ColumnListing Of(CatalogContent content) => content.Memo.Keep(null, () =>
    {
        var pieces = Array.ConvertAll(content.Runs.Pieces, PieceFields.Of);
        return new ColumnListing(OwnOf(pieces), new PathSorter(content.Packed.Paths, Merge(pieces)).Sorted());
    });

    private static List<ListedColumn> OwnOf(PieceFields[] pieces)
    {
        var own = new List<ListedColumn>();
        for (var i = 0; i < OwnFields.All.Count; i++)
        {
            if (Array.Find(pieces, piece => piece.OwnExamples[i] is not null)?.OwnExamples[i] is { } run)
            {
                var field = OwnFields.All[i].Field;
                own.Add(new()
                {
                    Field = field,
                    Runs = pieces.Sum(piece => piece.OwnRuns[i]),
                    Example = run.Value(field),
                    HasChildren = false
                });
            }
        }

        return own;
    }

    private static Dictionary<(FieldRoot, int), PathUse> Merge(PieceFields[] pieces)
    {
        var merged = new Dictionary<(FieldRoot, int), PathUse>();
        foreach (var piece in pieces)
        {
            foreach (var use in piece.Paths)
            {
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(merged, (use.Root, use.Path), out var exists);
                known = exists ? known.And(use) : use;
            }
        }

        return merged;
    }
}
