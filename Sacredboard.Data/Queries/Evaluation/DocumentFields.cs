using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>Reads paths from the root of a stored document: trees, and what the catalog keeps of the rest.</summary>
internal static class DocumentFields
{
    /// <summary>The field for a path into one of the trees; null for other paths.</summary>
    public static RunField? TryTree(IReadOnlyList<string> path) =>
        RunFieldText.Roots.TryGetValue(path[0], out var root) ? new RunField { Root = root, Path = [.. path.Skip(1)] } : null;

    /// <summary>A reader of any other path, except <c>_id</c>, for a piece of runs.</summary>
    public static Func<RunPiece, ValueColumn> Column(IReadOnlyList<string> path)
    {
        if (path.Count == 1 && OwnFields.All.FirstOrDefault(field => field.Stored is [var stored] && stored == path[0]) is { } own)
        {
            return piece =>
                ValueColumn.Of(piece.Runs, run => Unexpected(run, path[0]) is { IsMissing: false } leaf ? leaf : Stored(run, own));
        }

        return piece => ValueColumn.Of(piece.Runs, path, run => run.DocumentBlock);
    }

    // A value of the expected type is kept as a property of the run.
    private static Leaf Stored(CatalogRun run, OwnField field) =>
        field.Kind == OwnKind.Status ? Leaf.OfText(run.StatusText) : OwnValues.Leaf(run, field);

    private static Leaf Unexpected(CatalogRun run, string name) =>
        run.DocumentBlock is { } block
            && block.Shape.Table.TryChild(PathTable.Root, name, out var path)
            && block.Shape.IndexOf(path) is >= 0 and var index
            ? block[index]
            : default;
}
