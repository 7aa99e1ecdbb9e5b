using System.Buffers;
using System.Numerics;
using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Sorting;

/// <summary>
/// Sorts runs by any fields: finite numbers, infinities, then texts (ignoring case), dates, booleans, lists and objects. Null, NaN and
/// missing values come last in both directions. Equal runs stay newest first.
/// </summary>
internal sealed class RunSorter(RunList runs, PackSnapshot packed, StatisticsUse statistics, DateTimeOffset now)
{
    /// <summary>Lists and objects are not ordered, so the bits of their keys must not be compared.</summary>
    private static readonly SortKey Unordered = new(SortClass.Other, 0);

    /// <summary>True for fields that are sorted by a column of the pieces; see <see cref="ValueColumn"/>.</summary>
    public static bool ReadsColumn(RunField field) => field.OwnField?.HasColumn ?? field.Root != FieldRoot.Metric;

    /// <summary>The slots, which must come newest first, sorted; the same array when there are no levels.</summary>
    public int[] Sorted(int[] slots, IReadOnlyList<RunSort> levels)
    {
        var keys = ArrayPool<SortKey>.Shared.Rent(slots.Length);
        // Sorting is stable, so the most important level comes last.
        foreach (var level in levels.Reverse())
        {
            Fill(keys, slots, level.Field);
            slots = KeySort.Sorted(slots, keys, level.Descending);
        }

        ArrayPool<SortKey>.Shared.Return(keys);
        return slots;
    }

    private void Fill(SortKey[] keys, int[] slots, RunField field)
    {
        switch (field)
        {
            case { OwnField.Kind: OwnKind.Id }:
                RunIdKeys.Fill(keys, slots, runs);
                break;
            case { OwnField.Kind: OwnKind.Status }:
                FillStatuses(keys, slots);
                break;
            case { OwnField.Kind: OwnKind.Duration }:
                FillFromColumns(keys, slots, field);
                foreach (ref var key in keys.AsSpan(0, slots.Length))
                {
                    // For running runs the column holds the start.
                    key = key.Class != SortClass.Date ? key
                        : RunSpan.LengthOf(now.UtcTicks - (long)key.Bits, isGoingOn: true) is { } length ? SortKey.Of(length.Ticks)
                        : SortKey.Missing;
                }

                break;
            case { Root: FieldRoot.Metric }:
                var column = statistics.Column(field);
                Each(keys, slots, slot => column[slot] is { } statistic ? SortKey.Of(statistic).InfiniteLast : SortKey.Missing);
                break;
            default:
                FillFromColumns(keys, slots, field);
                break;
        }
    }

    private static void Each(SortKey[] keys, int[] slots, Func<int, SortKey> key) => ManyRuns.Each(slots.Length, (_, from, to) =>
    {
        for (var i = from; i < to; i++)
        {
            keys[i] = key(slots[i]);
        }
    });

    private void FillFromColumns(SortKey[] keys, int[] slots, RunField field)
    {
        var columns = Array.ConvertAll(runs.Pieces, piece => ValueColumn.Of(piece, field));
        if (Array.Exists(columns, column => column.Loose is not null))
        {
            FillLoose(keys, slots, columns);
            return;
        }

        // Once, because the ranks of different calls must not be compared.
        var ranks = new Lazy<int[]>(packed.TextRanks);
        Each(keys, slots, slot => columns[slot / RunPiece.Size].Keys[slot % RunPiece.Size] is var key && key.Class == SortClass.Text
            ? SortKey.OfText(ranks.Value[(int)key.Bits])
            : key.Class == SortClass.Other ? Unordered
            : key.InfiniteLast);
    }

    private void FillStatuses(SortKey[] keys, int[] slots)
    {
        var columns = Array.ConvertAll(SearchColumns.Of(runs), search => search.Statuses);
        var ranks = Ranks(columns.SelectMany(column => column.Names));
        var codes = Array.ConvertAll(columns, column => Array.ConvertAll(column.Names, name => SortKey.OfText(ranks[name])));
        Each(keys, slots, slot => codes[slot / RunPiece.Size][columns[slot / RunPiece.Size].CodeOf(slot % RunPiece.Size)]);
    }

    // Ranks all texts together when some are outside the pool, and numbers whose keys are not exact.
    private void FillLoose(SortKey[] keys, int[] slots, ValueColumn[] columns)
    {
        FillTexts(keys, slots, (piece, index) => columns[piece] is var column && column.Keys[index].Class == SortClass.Text
            ? column.Loose?.GetValueOrDefault(index) is { } loose
                ? ((SacredText)Plain(loose)).Value
                : ((PackedText)packed.Items[(int)column.Keys[index].Bits]).Value
            : null);
        var numbers = new List<(SortKey Key, BigInteger Value, int Index)>();
        for (var i = 0; i < slots.Length; i++)
        {
            var column = columns[slots[i] / RunPiece.Size];
            var index = slots[i] % RunPiece.Size;
            var key = column.Keys[index];
            keys[i] = key.Class == SortClass.Text ? keys[i] : key.Class == SortClass.Other ? Unordered : key.InfiniteLast;
            if (key.IsInexact)
            {
                numbers.Add((key, ((SacredInteger)Plain(column.Loose![index])).Value, i));
            }
        }

        LargeNumbers.Rank(keys, numbers);
    }

    private static SacredValue Plain(SacredValue value) => value is SacredTyped { Value: { } inner } ? inner : value;

    private static void FillTexts(SortKey[] keys, int[] slots, Func<int, int, string?> text)
    {
        var ranks = Ranks(slots.Select(slot => text(slot / RunPiece.Size, slot % RunPiece.Size)).OfType<string>());
        Each(keys, slots, slot => text(slot / RunPiece.Size, slot % RunPiece.Size) is { } found
            ? SortKey.OfText(ranks[found])
            : SortKey.Missing);
    }

    private static Dictionary<string, int> Ranks(IEnumerable<string> texts) => texts.ToHashSet()
        .OrderBy(text => text, StringComparer.OrdinalIgnoreCase)
        .ThenBy(text => text, StringComparer.Ordinal)
        .Select((text, rank) => (text, rank))
        .ToDictionary(ranked => ranked.text, ranked => ranked.rank);
}
