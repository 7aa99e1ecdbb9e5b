using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Packing;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Querying;

/// <summary>One field of some runs as keys to sort by. The bits of a text are its number in the pool, whose rank may still change.</summary>
internal sealed class SortColumn
{
    private SortColumn(int count) => Keys = new SortKey[count];

    public SortKey[] Keys { get; }

    /// <summary>Texts that are inside of a list, and so none of the pool's; null when there are none.</summary>
    public string?[]? LooseTexts { get; private set; }

    public static SortColumn Of(CatalogRun?[] runs, RunField field)
    {
        var column = new SortColumn(runs.Length);
        // Of the own fields only the result is a tree.
        var (root, path) = field.Root == FieldRoot.Own && field.Path is ["result"] ? (FieldRoot.Result, []) : (field.Root, field.Path);
        var table = runs.Select(run => run?.Block(root)?.Shape.Table).FirstOrDefault(found => found is not null);
        var reader = table is null ? null : new FieldPath(table, path);
        for (var i = 0; i < runs.Length; i++)
        {
            column.Keys[i] = runs[i] is not { } run ? SortKey.Missing
                : root == FieldRoot.Own ? SortKey.Of(OwnFields.Leaf(run, path[0]))
                : reader is null ? SortKey.Missing
                : column.Read(i, run.Block(root), reader);
        }

        return column;
    }

    private SortKey Read(int index, Block? block, FieldPath reader)
    {
        if (reader.TryLeaf(block, out var leaf))
        {
            return SortKey.Of(leaf);
        }

        var value = reader.Value(block);
        if ((value is SacredTyped typed ? typed.Value : value) is SacredText text)
        {
            (LooseTexts ??= new string?[Keys.Length])[index] = text.Value;
        }

        return SortKey.Of(value);
    }
}
