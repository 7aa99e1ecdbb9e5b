using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Catalog.Columns;

/// <summary>The index for text searches in one piece: each distinct text, key and number, with the runs that have it.</summary>
internal sealed class SearchColumns
{
    private static readonly OwnField[] Searched = [.. OwnFields.Texts.Where(field => field.IsSearched)];

    private SearchColumns(CatalogRun?[] runs)
    {
        Ids = Array.ConvertAll(runs, run => run?.Id ?? default);
        Statuses = StatusColumn.Of(runs);
        HasOnlyNumbersAsIds = Array.TrueForAll(runs, run => run is null or { Id.Kind: RunIdKind.Integer });
        Tags = Array.ConvertAll(runs, run => run?.TagSet);
        var items = new Postings<int>.Builder();
        var shapes = new Postings<Shape>.Builder(ReferenceEqualityComparer.Instance);
        var numbers = new Postings<long>.Builder();
        var configShapes = new HashSet<Shape>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < runs.Length; i++)
        {
            if (runs[i] is not { } run)
            {
                continue;
            }

            foreach (var field in Searched)
            {
                if (run.PackedText(field) is { } text)
                {
                    items.Add(text.Id, i);
                }
            }

            if (run.TagSet is { } tags)
            {
                items.Add(tags.Joined.Id, i);
            }

            if (run.ConfigBlock is { } config)
            {
                configShapes.Add(config.Shape);
            }

            Add(run.ConfigBlock, i, items, shapes, numbers);
            Add(run.ResultBlock, i, items, shapes, numbers);
        }

        ConfigShapes = [.. configShapes];
        (Items, Shapes, Numbers) = (items.Build(), shapes.Build(), numbers.Build());
    }

    public RunId[] Ids { get; }

    /// <summary>True when each id is a whole number.</summary>
    public bool HasOnlyNumbersAsIds { get; }

    public StatusColumn Statuses { get; }

    /// <summary>The tags, by index in the piece; null for runs without tags.</summary>
    public TagSet?[] Tags { get; }

    /// <summary>Runs by the ids of the shared texts and values.</summary>
    public Postings<int> Items { get; }

    /// <summary>Runs by the shapes of config and result.</summary>
    public Postings<Shape> Shapes { get; }

    /// <summary>The distinct shapes of configs.</summary>
    public Shape[] ConfigShapes { get; }

    /// <summary>Runs by <see cref="KeyOf"/> of their numbers.</summary>
    public Postings<long> Numbers { get; }

    public RunBits False { get; } = new();

    public RunBits True { get; } = new();

    public static SearchColumns Of(RunPiece piece) => piece.Memo.Keep(null, () => new SearchColumns(piece.Runs));

    /// <summary>The indexes of all pieces.</summary>
    public static SearchColumns[] Of(RunList runs) => Array.ConvertAll(runs.Pieces, Of);

    /// <summary>The bits of a number; adding zero turns -0 into 0.</summary>
    public static long KeyOf(double number) => BitConverter.DoubleToInt64Bits(number + 0.0);

    private void Add(Block? block, int run, Postings<int>.Builder items, Postings<Shape>.Builder shapes, Postings<long>.Builder numbers)
    {
        if (block is null)
        {
            return;
        }

        shapes.Add(block.Shape, run);
        foreach (var leaf in block.Leaves)
        {
            if (leaf.Item is { } item)
            {
                items.Add(item.Id, run);
            }
            else if (leaf.TryNumber(out var number))
            {
                numbers.Add(KeyOf(number), run);
            }
            else if (leaf.TryBoolean(out var boolean))
            {
                (boolean ? True : False).Set(run);
            }
        }
    }
}
