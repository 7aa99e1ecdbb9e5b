using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>The fields of a stored document from its root: trees, and what the catalog keeps of the rest.</summary>
internal static class DocumentFields
{
    /// <summary>The field in one of the trees that a path from the document's root leads to; null when it leads elsewhere.</summary>
    public static RunField? TryTree(IReadOnlyList<string> path) =>
        RunFieldText.Roots.TryGetValue(path[0], out var root) ? new RunField { Root = root, Path = [.. path.Skip(1)] } : null;

    /// <summary>How to read any other path from the document's root, all but <c>_id</c>, of a piece of runs.</summary>
    public static Func<RunPiece, ValueColumn> Column(IReadOnlyList<string> path)
    {
        if (path.Count == 1 && OwnFields.All.FirstOrDefault(field => field.Stored is [var stored] && stored == path[0]) is { } own)
        {
            return piece => ValueColumn.Of(piece.Runs, run => Odd(run, path[0]) is { IsMissing: false } odd ? odd : Stored(run, own));
        }

        return piece => ValueColumn.Of(piece.Runs, path, run => run.DocumentBlock);
    }

    // What is of the usual type is a property of the run.
    private static Leaf Stored(CatalogRun run, OwnField field) =>
        field.Kind == OwnKind.Status ? Leaf.OfText(run.StatusText) : OwnValues.Leaf(run, field);

    private static Leaf Odd(CatalogRun run, string name) =>
        run.DocumentBlock is { } block && block.Shape.Table.TryChild(PathTable.Root, name, out var path) && block.Shape.IndexOf(path) is >= 0 and var index
            ? block[index]
            : default;
}
