using System.Runtime.InteropServices;
using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Queries.Plotting;

/// <summary>Reads fields of many runs for a plot. Not safe for concurrent use.</summary>
/// <param name="runs">Of the snapshot.</param>
/// <param name="now">The end of the durations of running runs.</param>
internal sealed class PlotReader(CatalogSnapshot snapshot, IReadOnlyList<CatalogRun> runs, DateTimeOffset now)
{
    private const double TicksPerMillisecond = TimeSpan.TicksPerMillisecond;

    private readonly int[] _slots = [.. runs.Select(run => snapshot.Content.SlotOf(run.Id))];
    private readonly GroupColumns _columns = new(snapshot.Content, snapshot.Statistics.Column, now);

    /// <summary>The moment so many milliseconds after 1970; the first or last one for those before or after it.</summary>
    public static long Ticks(double milliseconds) =>
        (long)Math.Clamp((milliseconds * TicksPerMillisecond) + DateTime.UnixEpoch.Ticks, 0, DateTime.MaxValue.Ticks);

    public IReadOnlyList<PlottedField> Read(IReadOnlyList<RunField> fields)
    {
        var numbers = _columns.Numbers(fields);
        return [.. fields.Select((field, i) => Read(field, field.OwnField is { Kind: OwnKind.Id } ? Id : slot => numbers[i][slot]))];
    }

    // Of an id the number is worth an axis, although it is a name.
    private NumberCell Id(int slot) =>
        snapshot.List.At(slot)!.Id is { Kind: RunIdKind.Integer } id ? NumberCell.Of(id.Integer) : new(NumberKind.Other, 0);

    private PlottedField Read(RunField field, Func<int, NumberCell> number)
    {
        var cells = Array.ConvertAll(_slots, slot => number(slot));
        var count = cells.Count(cell => cell.Kind == NumberKind.Number);
        var others = cells.Count(cell => cell.Kind == NumberKind.Other);
        return others > count ? ReadKeys(field) : new(field, PlotKind.Number)
        {
            Numbers = Array.ConvertAll(cells, cell => cell.Kind == NumberKind.Number ? cell.Number : (double?)null),
            NonFinite = cells.Count(cell => cell.Kind == NumberKind.Number && !double.IsFinite(cell.Number)),
            Missing = cells.Length - count - others,
            Others = others,
        };
    }

    private PlottedField ReadKeys(RunField field)
    {
        var column = _columns.Keys(field, new ValueKeys());
        var keys = Array.ConvertAll(_slots, slot => column[slot]);
        var (dates, missing) = (keys.Count(key => key.Kind == ValueKind.Date), keys.Count(key => key.Kind == ValueKind.Missing));
        return dates * 2 > keys.Length - missing ? Times(field, keys, dates) : Categories(field, keys, missing);
    }

    private static PlottedField Times(RunField field, ValueKey[] keys, int dates)
    {
        var empty = keys.Count(key => key.Kind is ValueKind.Missing or ValueKind.Null);
        var ticks = Array.ConvertAll(keys, key => key.Kind == ValueKind.Date ? key.Bits : (long?)null);
        return new(field, PlotKind.Time)
        {
            Numbers = Array.ConvertAll(ticks, at => (at - DateTime.UnixEpoch.Ticks) / TicksPerMillisecond),
            Ticks = ticks,
            Missing = empty,
            Others = keys.Length - empty - dates,
        };
    }

    private PlottedField Categories(RunField field, ValueKey[] keys, int missing)
    {
        var uses = new Dictionary<ValueKey, (int Runs, int First)>();
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i].Kind != ValueKind.Missing)
            {
                ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(uses, keys[i], out var exists);
                use = (use.Runs + 1, exists ? use.First : i);
            }
        }

        var kept = uses.OrderByDescending(use => use.Value.Runs).ThenBy(use => use.Value.First).Take(PlottedField.MaxValues)
            .Select(use => (use.Key, Value: snapshot.Value(runs[use.Value.First], field, now)!))
            .OrderBy(use => use.Value, PlotOrder.Comparer)
            .ToList();
        var places = kept.Select((use, place) => (use.Key, place)).ToDictionary();
        var placed = Array.ConvertAll(keys, key => places.GetValueOrDefault(key, -1));
        return new(field, PlotKind.Category)
        {
            Values = [.. kept.Select(use => use.Value)],
            Places = placed,
            Missing = missing,
            Others = placed.Count(place => place < 0) - missing,
        };
    }
}
