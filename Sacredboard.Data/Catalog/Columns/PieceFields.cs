using System.Runtime.InteropServices;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Catalog.Columns;

/// <summary>The fields that the runs of one piece have.</summary>
internal sealed class PieceFields
{
    private static readonly FieldRoot[] Trees =
        [FieldRoot.Config, FieldRoot.Info, FieldRoot.Host, FieldRoot.Meta, FieldRoot.Result, FieldRoot.Experiment];

    private PieceFields(PathUse[] paths, int[] ownRuns, CatalogRun?[] ownExamples) =>
        (Paths, OwnRuns, OwnExamples) = (paths, ownRuns, ownExamples);

    public PathUse[] Paths { get; }

    /// <summary>Number of runs with each own field, in the order of <see cref="OwnFields"/>.</summary>
    public int[] OwnRuns { get; }

    /// <summary>A run with each own field; null when none has it.</summary>
    public CatalogRun?[] OwnExamples { get; }

    public static PieceFields Of(RunPiece piece) => piece.Memo.Keep(null, () => Read(piece.Runs));

    private static PieceFields Read(CatalogRun?[] runs)
    {
        var (ownRuns, ownExamples) = (new int[OwnFields.All.Count], new CatalogRun?[OwnFields.All.Count]);
        foreach (var run in runs)
        {
            for (var i = 0; run is not null && i < ownRuns.Length; i++)
            {
                if (OwnValues.Has(run, OwnFields.All[i]))
                {
                    ownRuns[i]++;
                    ownExamples[i] ??= run;
                }
            }
        }

        return new([.. Trees.SelectMany(root => Uses(runs, root))], ownRuns, ownExamples);
    }

    // Runs mostly share their keys, so each set of keys is visited once.
    private static IEnumerable<PathUse> Uses(CatalogRun?[] runs, FieldRoot root)
    {
        var shapes = new Dictionary<Shape, (int Runs, Block First)>(ReferenceEqualityComparer.Instance);
        foreach (var run in runs)
        {
            if (run?.Block(root) is { } block)
            {
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(shapes, block.Shape, out _);
                known = (known.Runs + 1, known.First ?? block);
            }
        }

        var uses = new Dictionary<int, PathUse>();
        foreach (var (shape, (count, first)) in shapes)
        {
            Add(uses, root, shape, count, first);
        }

        return uses.Values;
    }

    private static void Add(Dictionary<int, PathUse> uses, FieldRoot root, Shape shape, int runs, Block first)
    {
        var above = new HashSet<int>();
        for (var i = 0; i < shape.Paths.Length; i++)
        {
            var path = shape.Paths[i];
            Add(uses, new(root, path, runs, first[i], HasChildren: false));
            for (var parent = path; parent != PathTable.Root && above.Add(parent = shape.Table.Parent(parent));)
            {
                Add(uses, new(root, parent, runs, default, HasChildren: true));
            }
        }
    }

    private static void Add(Dictionary<int, PathUse> uses, PathUse use)
    {
        if (use.Path != PathTable.Root)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(uses, use.Path, out var exists);
            known = exists ? known.And(use) : use;
        }
    }
}
