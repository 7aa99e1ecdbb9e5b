using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Totals;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>Computes what a page shows of groups. Not safe for concurrent use.</summary>
internal sealed class GroupDescriber(RunList runs, GroupColumns columns, IReadOnlyList<RunField> fields)
{
    /// <summary>So many groups are summed up at a time.</summary>
    public const int Batch = 64;

    private readonly StatusColumn[] _statuses = Array.ConvertAll(SearchColumns.Of(runs), search => search.Statuses);
    private readonly NumberColumn[] _numbers = columns.Numbers(fields);
    private readonly NumberColumn?[] _leftOut = [.. fields.Select(field => field.LeftOut is { } left ? columns.Numbers([left])[0] : null)];
    private readonly KeyColumn[] _keys = Keys(columns, fields);
    private readonly TimeColumn?[] _times =
        [.. fields.Select(field => field.OwnField is { Kind: OwnKind.Time } ? columns.Times(field) : null)];

    /// <param name="groups">All groups.</param>
    /// <param name="numbers">The numbers of those to describe, at most <see cref="Batch"/>.</param>
    public IEnumerable<RunGroup> Of(RunGroups groups, int[] numbers)
    {
        // Column by column: one of a million runs stays in the cache of the processor while all groups read it.
        var totals = new NumberTotal[_numbers.Length][];
        var statuses = Array.Empty<StatusCounts>();
        Parallel.For(-1, totals.Length, i =>
        {
            if (i < 0)
            {
                statuses = Array.ConvertAll(numbers, number => Statuses(groups[number]));
            }
            else
            {
                totals[i] = Array.ConvertAll(GroupSums.Of(groups, numbers, _numbers[i]), sum => sum.ToTotal());
            }
        });
        return numbers.Select((number, i) =>
            Of(number, groups[number], statuses[i], Array.ConvertAll(totals, column => column[i])));
    }

    private RunGroup Of(int number, ReadOnlySpan<int> slots, StatusCounts statuses, NumberTotal[] totals)
    {
        var values = new GroupValue[_numbers.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = new(totals[i], IsUniform(slots, totals[i], i))
            {
                Latest = _times[i] is { } times ? TimeOf(times.Latest(slots)) : null,
                PartlyFinite = _leftOut[i] is { } leftOut ? CountPositive(slots, leftOut) : 0,
            };
        }

        return new()
        {
            Number = number,
            Count = slots.Length,
            Newest = runs.At(slots[0])!,
            Oldest = runs.At(slots[^1])!,
            Statuses = statuses.ToList(),
            Values = values,
        };
    }

    private StatusCounts Statuses(ReadOnlySpan<int> slots)
    {
        var counts = new StatusCounts();
        var (name, count) = ("", 0);
        foreach (var slot in slots)
        {
            // Neighbours usually have the same status.
            var statuses = _statuses[slot / RunPiece.Size];
            var status = statuses.Names[statuses.CodeOf(slot % RunPiece.Size)];
            if (!ReferenceEquals(status, name))
            {
                counts.Add(name, count);
                (name, count) = (status, 0);
            }

            count++;
        }

        counts.Add(name, count);
        return counts;
    }

    private static int CountPositive(ReadOnlySpan<int> slots, NumberColumn numbers)
    {
        var count = 0;
        foreach (var slot in slots)
        {
            count += numbers[slot].Number > 0 ? 1 : 0;
        }

        return count;
    }

    private static DateTime? TimeOf(SortKey key) => key.Class == SortClass.Date ? new((long)key.Bits, DateTimeKind.Utc) : null;

    private static KeyColumn[] Keys(GroupColumns columns, IReadOnlyList<RunField> fields)
    {
        var values = new ValueKeys();
        return [.. fields.Select(field => columns.Keys(field, values))];
    }

    private bool IsUniform(ReadOnlySpan<int> slots, NumberTotal total, int column)
    {
        // The totals save looking at every run.
        if (total.Count > 0)
        {
            return total.Count == slots.Length && total.Min == total.Max;
        }

        if (total.Missing == slots.Length)
        {
            return total.Nulls == 0 || total.Nulls == slots.Length;
        }

        var key = _keys[column];
        var first = key[slots[0]];
        var codes = slots.Length >= RunPiece.Size && ValueCodes.Has(fields[column]) ? new PieceCodes(runs, fields[column]) : null;
        foreach (var slot in slots[1..])
        {
            // Reading a value waits for memory; most runs have the code of their neighbour.
            if (codes?.IsLast(slot) != true && key[slot] != first)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Tells which runs have the same value as the one that was asked for before.</summary>
    private sealed class PieceCodes(RunList runs, RunField field)
    {
        private ValueCodes? _codes;
        private int _piece = -1;
        private int _code = -1;

        public bool IsLast(int slot)
        {
            if (slot / RunPiece.Size is var piece && piece != _piece)
            {
                (_piece, _code, _codes) = (piece, -1, ValueCodes.Of(runs.Pieces[piece], field));
            }

            var code = _codes![slot % RunPiece.Size];
            (var isLast, _code) = (code == _code, code);
            return isLast;
        }
    }
}
