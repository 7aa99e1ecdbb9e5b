using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Packing;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Querying.Grouping;

/// <summary>Says of groups what a page shows of them. Not safe for concurrent use.</summary>
internal sealed class GroupSummaries(
    RunList runs, PathTable paths, IReadOnlyList<RunField> fields, Func<RunField, NumberColumn> column, Func<CatalogRun, RunField, SacredValue?> read)
{
    private readonly NumberColumn[] _numbers = [.. fields.Select(column)];
    private readonly KeyColumn[] _keys = Keys(fields, paths, read);

    /// <param name="slots">Newest first.</param>
    public RunGroup Of(ReadOnlySpan<int> slots)
    {
        var statuses = new StatusCounts(null);
        foreach (var slot in slots)
        {
            statuses.Add(runs.At(slot)!.Status);
        }

        var values = new GroupValue[fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ValueOf(slots, i);
        }

        return new()
        {
            Count = slots.Length,
            Newest = runs.At(slots[0])!,
            Oldest = runs.At(slots[^1])!,
            Statuses = statuses.ToList(),
            Values = values,
        };
    }

    private static KeyColumn[] Keys(IReadOnlyList<RunField> fields, PathTable paths, Func<CatalogRun, RunField, SacredValue?> read)
    {
        var values = new ValueKeys();
        return [.. fields.Select(field => new KeyColumn(field, paths, values, read))];
    }

    private GroupValue ValueOf(ReadOnlySpan<int> slots, int field)
    {
        var summary = default(NumberSummaryBuilder);
        var (keys, numbers) = (_keys[field], _numbers[field]);
        var first = keys[runs.At(slots[0])!];
        var uniform = true;
        foreach (var slot in slots)
        {
            var run = runs.At(slot)!;
            summary.Add(numbers[run]);
            uniform = uniform && keys[run] == first;
        }

        return new(summary.ToSummary(), uniform);
    }
}
