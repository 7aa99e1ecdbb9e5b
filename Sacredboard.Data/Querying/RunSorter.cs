using System.Buffers;
using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Packing;

namespace Sacredboard.Data.Querying;

/// <summary>
/// Sorts runs by any fields: numbers, then texts without regard to case, dates, booleans, lists and objects; null, NaN
/// and what is missing come last, up or down. Equal ones stay newest first.
/// </summary>
internal sealed class RunSorter(RunList runs, PackView packed, DateTimeOffset now)
{
    /// <summary>Sorts slots that are newest first.</summary>
    public void Sort(Span<int> slots, IReadOnlyList<RunSort> levels)
    {
        var buffer = ArrayPool<SortKey>.Shared.Rent(slots.Length);
        var keys = buffer.AsSpan(0, slots.Length);
        // Each pass keeps the order of the one before: the most important comes last.
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
            case { Root: FieldRoot.Own, Path: ["id"] }:
                RunIdKeys.Fill(keys, slots, runs);
                break;
            case { Root: FieldRoot.Own, Path: ["status"] }:
                FillTexts(keys, slots, (piece, index) => piece.Search.Statuses[index]);
                break;
            case { Root: FieldRoot.Own, Path: ["duration"] }:
                FillFromColumns(keys, slots, field);
                foreach (ref var key in keys)
                {
                    // Of what still goes on the column has the start.
                    key = key.Class == SortClass.Date ? SortKey.Of(now.UtcTicks - (double)key.Bits) : key;
                }

                break;
            default:
                FillFromColumns(keys, slots, field);
                break;
        }
    }

    private void FillFromColumns(Span<SortKey> keys, ReadOnlySpan<int> slots, RunField field)
    {
        var columns = Array.ConvertAll(runs.Pieces, piece => piece.SortBy(field));
        if (Array.Exists(columns, column => column.LooseTexts is not null))
        {
            // Texts of the pool and others: all are ranked anew, together.
            FillTexts(keys, slots, (piece, index) => piece.SortBy(field) is var column && column.Keys[index].Class == SortClass.Text
                ? column.LooseTexts?[index] ?? ((PackedText)packed.Items[(int)column.Keys[index].Bits]).Value
                : null);
            for (var i = 0; i < keys.Length; i++)
            {
                var key = columns[slots[i] / RunPiece.Size].Keys[slots[i] % RunPiece.Size];
                keys[i] = key.Class == SortClass.Text ? keys[i] : key;
            }

            return;
        }

        int[]? ranks = null;
        for (var i = 0; i < keys.Length; i++)
        {
            var key = columns[slots[i] / RunPiece.Size].Keys[slots[i] % RunPiece.Size];
            keys[i] = key.Class == SortClass.Text ? SortKey.OfText((ranks ??= packed.TextRanks())[(int)key.Bits]) : key;
        }
    }

    private void FillTexts(Span<SortKey> keys, ReadOnlySpan<int> slots, Func<RunPiece, int, string?> text)
    {
        var ranks = new Dictionary<string, int>();
        foreach (var slot in slots)
        {
            if (text(runs.Pieces[slot / RunPiece.Size], slot % RunPiece.Size) is { } found)
            {
                ranks.TryAdd(found, 0);
            }
        }

        var rank = 0;
        foreach (var found in ranks.Keys.OrderBy(found => found, StringComparer.OrdinalIgnoreCase).ThenBy(found => found, StringComparer.Ordinal).ToList())
        {
            ranks[found] = rank++;
        }

        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = text(runs.Pieces[slots[i] / RunPiece.Size], slots[i] % RunPiece.Size) is { } found ? SortKey.OfText(ranks[found]) : SortKey.Missing;
        }
    }
}
