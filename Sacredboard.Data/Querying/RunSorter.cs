using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Packing;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Querying;

/// <summary>
/// Sorts runs by any fields: numbers, then texts without regard to case, dates, booleans, lists and objects; null, NaN
/// and what is missing come last, up or down. Equal ones stay newest first.
/// </summary>
internal sealed class RunSorter(RunList runs, PackView packed, DateTimeOffset now)
{
    /// <summary>Sorts slots that are newest first.</summary>
    public void Sort(int[] slots, IReadOnlyList<RunSort> levels)
    {
        // Each pass keeps the order of the one before: the most important comes last.
        foreach (var level in levels.Reverse())
        {
            RadixSort.Sort(slots, Keys(slots, level.Field), level.Descending);
        }
    }

    private SortKey[] Keys(int[] slots, RunField field) => field switch
    {
        { Root: FieldRoot.Own, Path: ["id"] } => RunIdKeys.Of(Array.ConvertAll(slots, slot => runs.At(slot)!.Id)),
        { Root: FieldRoot.Own, Path: ["status"] } => TextKeys(Array.ConvertAll(slots, slot => (string?)runs.At(slot)!.Status)),
        { Root: FieldRoot.Own, Path: ["result"] } => TreeKeys(slots, FieldRoot.Result, []),
        { Root: FieldRoot.Own } => OwnKeys(slots, field.Path[0]),
        _ => TreeKeys(slots, field.Root, field.Path),
    };

    private SortKey[] OwnKeys(int[] slots, string name)
    {
        var ranks = packed.TextRanks();
        return Array.ConvertAll(slots, slot => SortKey.Of(OwnFields.Leaf(runs.At(slot)!, name, now), ranks));
    }

    private SortKey[] TreeKeys(int[] slots, FieldRoot root, IReadOnlyList<string> path)
    {
        var ranks = packed.TextRanks();
        var reader = new FieldPath(packed.Paths, path);
        var keys = new SortKey[slots.Length];
        string?[]? texts = null;
        for (var i = 0; i < slots.Length; i++)
        {
            var block = runs.At(slots[i])!.Block(root);
            if (reader.TryLeaf(block, out var leaf))
            {
                keys[i] = SortKey.Of(leaf, ranks);
                continue;
            }

            (keys[i], var text) = LooseKey(reader.Value(block));
            if (text is not null)
            {
                (texts ??= new string?[slots.Length])[i] = text;
            }
        }

        return texts is null ? keys : WithTexts(keys, texts, slots, root, reader);
    }

    // A text inside of a list is none of the pool's, so it has no rank there: all texts of the column are ranked anew.
    private SortKey[] WithTexts(SortKey[] keys, string?[] texts, int[] slots, FieldRoot root, FieldPath reader)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i].Class == SortClass.Text)
            {
                texts[i] ??= (reader.Value(runs.At(slots[i])!.Block(root)) as SacredText)?.Value;
            }
        }

        var ranked = TextKeys(texts);
        return [.. keys.Select((key, i) => texts[i] is null ? key : ranked[i])];
    }

    private static (SortKey Key, string? Text) LooseKey(SacredValue? value) => value switch
    {
        null => (SortKey.Missing, null),
        SacredTyped { Value: SacredInteger or SacredDouble or SacredText or SacredDate } typed => LooseKey(typed.Value),
        SacredInteger number => (SortKey.Of((double)number.Value), null),
        SacredDouble number => (SortKey.Of(number.Value), null),
        SacredText text => (SortKey.OfRank(0), text.Value),
        SacredDate date => (SortKey.OfDate(date.Value.Ticks), null),
        SacredBoolean boolean => (SortKey.Of(Leaf.Of(boolean.Value), []), null),
        SacredNull => (SortKey.Of(Leaf.Null, []), null),
        _ => (new SortKey(SortClass.Other, 0), null),
    };

    private static SortKey[] TextKeys(string?[] texts)
    {
        var sorted = texts.OfType<string>().Distinct().OrderBy(text => text, StringComparer.OrdinalIgnoreCase).ThenBy(text => text, StringComparer.Ordinal);
        var ranks = sorted.Select((text, rank) => (text, rank)).ToDictionary(pair => pair.text, pair => pair.rank);
        return Array.ConvertAll(texts, text => text is null ? SortKey.Missing : SortKey.OfRank(ranks[text]));
    }
}
