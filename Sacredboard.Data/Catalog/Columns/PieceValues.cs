using System.Runtime.InteropServices;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Columns;

/// <summary>The different values of one field in the runs of one piece, with numbers of runs; for a list its elements.</summary>
internal sealed class PieceValues
{
    /// <summary>Elements of longer lists (weights, whole data sets) are not useful as suggestions.</summary>
    private const int MaxListLength = 64;

    private const int MaxKept = 128;

    /// <summary>Approximate size of a value in bytes.</summary>
    private const int ValueBytes = 64;

    private readonly Dictionary<SacredValue, int> _counts = new(ValueContent.Comparer);

    private PieceValues()
    {
    }

    public IReadOnlyDictionary<SacredValue, int> Counts => _counts;

    /// <summary>The values of a piece, which caches them when they are few.</summary>
    public static PieceValues Of(RunPiece piece, RunField field)
    {
        if (piece.Memo.Find<PieceValues>(field) is { } known)
        {
            return known;
        }

        var values = field.Root != FieldRoot.Own && TreeValues.Of(piece, field.Root).Few(field.Path) is { } counts
            ? Of(counts)
            : Read(piece.Runs, field);
        if (values.Counts.Count <= MaxKept)
        {
            piece.Memo.Add(field, values, ValueBytes * (values.Counts.Count + 1));
        }

        return values;
    }

    private static PieceValues Read(CatalogRun?[] runs, RunField field)
    {
        var values = new PieceValues();
        if (field.OwnField is { Kind: OwnKind.Status })
        {
            values.Count(runs, run => run.Status, status => new SacredText(status));
            return values;
        }

        if (field.OwnField is { Kind: OwnKind.Tags })
        {
            values.Count(runs, run => run.TagSet, tags => new SacredList([.. tags.Names.Select(tag => new SacredText(tag))]));
            return values;
        }

        var leaves = new Dictionary<Leaf, int>();
        var reader = FieldReader.Of(runs, field);
        foreach (var run in runs)
        {
            if (run is null)
            {
                continue;
            }

            if (!reader.TryLeaf(run, out var leaf))
            {
                values.Add(reader.Value(run), 1);
            }
            else if (!leaf.IsMissing && !(leaf.Item is PackedValue { Value: SacredList list } && !list.Items.Any(CanBeAsked)))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(leaves, leaf, out _)++;
            }
        }

        values.Add(leaves);
        return values;
    }

    // For values that were counted before.
    private static PieceValues Of(IReadOnlyDictionary<Leaf, int> counts)
    {
        var values = new PieceValues();
        values.Add(counts);
        return values;
    }

    private void Add(IReadOnlyDictionary<Leaf, int> counts)
    {
        foreach (var (leaf, count) in counts)
        {
            Add(leaf.ToValue(), count);
        }
    }

    // Values that runs share are unpacked once.
    private void Count<T>(CatalogRun?[] runs, Func<CatalogRun, T?> read, Func<T, SacredValue> toValue)
        where T : class
    {
        foreach (var (shared, count) in runs.Select(run => run is null ? null : read(run)).OfType<T>().CountBy(shared => shared))
        {
            Add(toValue(shared), count);
        }
    }

    private void Add(SacredValue? value, int count)
    {
        switch (value)
        {
            case SacredTyped typed:
                Add(typed.Value, count);
                break;
            case SacredList list:
                foreach (var item in list.Items.Take(MaxListLength).Where(CanBeAsked).Distinct(ValueContent.Comparer))
                {
                    AddOne(item, count);
                }

                break;
            default:
                AddOne(value, count);
                break;
        }
    }

    private static bool CanBeAsked(SacredValue value) => value is not (SacredObject or SacredList or SacredTyped);

    private void AddOne(SacredValue? value, int count)
    {
        if (value is not null && CanBeAsked(value))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, value, out _) += count;
        }
    }
}
