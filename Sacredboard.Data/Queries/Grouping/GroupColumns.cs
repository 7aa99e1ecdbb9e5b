using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Totals;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>Reads the fields of the runs of a snapshot for grouping and totals.</summary>
/// <param name="content">The runs.</param>
/// <param name="statistics">Requests a statistic of a metric: <see cref="SnapshotStatistics.Column"/>, or <c>Shown</c>.</param>
/// <param name="now">The end of the durations of running runs.</param>
internal sealed class GroupColumns(CatalogContent content, Func<RunField, StatisticColumn> statistics, DateTimeOffset now)
{
    /// <summary>One for each field. Missing ones are made in one pass, because visiting all runs is what takes long.</summary>
    public NumberColumn[] Numbers(IReadOnlyList<RunField> fields)
    {
        var runs = content.Runs;
        RunField[] kept = [.. fields.Where(field => field.Root != FieldRoot.Metric).Distinct()];
        var cells = Array.ConvertAll(runs.Pieces, piece => NumberCells.Of(piece, kept, content.Packed.Paths));
        return [.. fields.Select(Column)];

        NumberColumn Column(RunField field)
        {
            if (field.Root == FieldRoot.Metric)
            {
                var column = statistics(field);
                return new(null, slot => column[slot] is { } statistic ? NumberCell.Of(statistic) : default);
            }

            var place = Array.IndexOf(kept, field);
            return new(Array.ConvertAll(cells, piece => piece[place]), slot => NumberCell.OfDuration(runs.At(slot)!.Duration(now)));
        }
    }

    public TimeColumn Times(RunField field) => new(content.Runs, field);

    /// <param name="values">May be shared by columns that are not used at the same time.</param>
    public KeyColumn Keys(RunField field, ValueKeys values)
    {
        if (field.Root != FieldRoot.Metric)
        {
            return new(content.Runs, new FieldReader(field, content.Packed.Paths), values, null);
        }

        var column = statistics(field);
        return new(
            content.Runs,
            null,
            values,
            slot => column[slot] is { } statistic ? ValueKey.Of(statistic) : default);
    }
}
