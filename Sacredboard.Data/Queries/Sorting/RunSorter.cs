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

    /// <summary>Sorts slots in place; they must come newest first.</summary>
    public void Sort(Span<int> slots, IReadOnlyList<RunSort> levels)
    {
        var buffer = ArrayPool<SortKey>.Shared.Rent(slots.Length);
        var keys = buffer.AsSpan(0, slots.Length);
        // Sorting is stable, so the most important level comes last.
        foreach (var level in levels.Reverse())
        {
            Fill(keys, slots, level.Field);
            RadixSort.Sort(slots, keys, level.Descending);
        }

        ArrayPool<SortKey>.Shared.Return(buffer);
    }

    private void Fill(Span<SortKey> keys, ReadOnlySpan<int> slots, RunField field)
    {
        switch (field)
        {
            case { OwnField.Kind: OwnKind.Id }:
                RunIdKeys.Fill(keys, slots, runs);
                break;
            case { OwnField.Kind: OwnKind.Status }:
                var search = SearchColumns.Of(runs);
                FillTexts(keys, slots, (piece, index) => search[piece].Statuses[index]);
                break;
            case { OwnField.Kind: OwnKind.Duration }:
                FillFromColumns(keys, slots, field);
                foreach (ref var key in keys)
                {
                    // For running runs the column holds the start.
                    key = key.Class != SortClass.Date ? key
                        : RunSpan.LengthOf(now.UtcTicks - (long)key.Bits, isGoingOn: true) is { } length ? SortKey.Of(length.Ticks)
                        : SortKey.Missing;
                }

                break;
            case { Root: FieldRoot.Metric }:
                var column = statistics.Column(field);
                for (var i = 0; i < keys.Length; i++)
                {
                    keys[i] = column[slots[i]] is { } statistic ? SortKey.Of(statistic).InfiniteLast : SortKey.Missing;
                }

                break;
            default:
                FillFromColumns(keys, slots, field);
                break;
        }
    }

    private void FillFromColumns(Span<SortKey> keys, ReadOnlySpan<int> slots, RunField field)
    {
        var columns = Array.ConvertAll(runs.Pieces, piece => ValueColumn.Of(piece, field));
        if (Array.Exists(columns, column => column.Loose is not null))
        {
            FillLoose(keys, slots, columns);
            return;
        }

        int[]? ranks = null;
        for (var i = 0; i < keys.Length; i++)
        {
            var key = columns[slots[i] / RunPiece.Size].Keys[slots[i] % RunPiece.Size];
            keys[i] = key.Class == SortClass.Text ? SortKey.OfText((ranks ??= packed.TextRanks())[(int)key.Bits])
                : key.Class == SortClass.Other ? Unordered
                : key.InfiniteLast;
        }
    }

    // Ranks all texts together when some are outside the pool, and numbers whose keys are not exact.
    private void FillLoose(Span<SortKey> keys, ReadOnlySpan<int> slots, ValueColumn[] columns)
    {
        FillTexts(keys, slots, (piece, index) => columns[piece] is var column && column.Keys[index].Class == SortClass.Text
            ? column.Loose?.GetValueOrDefault(index) is { } loose
                ? ((SacredText)Plain(loose)).Value
                : ((PackedText)packed.Items[(int)column.Keys[index].Bits]).Value
            : null);
        var numbers = new List<(SortKey Key, BigInteger Value, int Index)>();
        for (var i = 0; i < keys.Length; i++)
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

    private void FillTexts(Span<SortKey> keys, ReadOnlySpan<int> slots, Func<int, int, string?> text)
    {
        var ranks = new Dictionary<string, int>();
        foreach (var slot in slots)
        {
            if (text(slot / RunPiece.Size, slot % RunPiece.Size) is { } found)
            {
                ranks.TryAdd(found, 0);
            }
        }

        var rank = 0;
        foreach (var found in ranks.Keys.OrderBy(found => found, StringComparer.OrdinalIgnoreCase)
            .ThenBy(found => found, StringComparer.Ordinal)
            .ToList())
        {
            ranks[found] = rank++;
        }

        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = text(slots[i] / RunPiece.Size, slots[i] % RunPiece.Size) is { } found
                ? SortKey.OfText(ranks[found])
                : SortKey.Missing;
        }
    }
}
