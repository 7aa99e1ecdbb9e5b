using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Totals;

namespace Sacredboard.Web.Columns;

/// <summary>Sums up columns over all runs of a result.</summary>
public static class ColumnTotals
{
    /// <summary>At least this many columns are summed up, whatever the number of runs.</summary>
    private const int MinColumns = 16;

    /// <summary>With few runs more columns are summed up, until they have this many cells.</summary>
    private const int MaxCells = 1_000_000;

    /// <summary>The columns in their order, each with its numbers; null where it is not summed up.</summary>
    /// <param name="matched">Number of runs that match the query.</param>
    public static IReadOnlyList<(RunColumn Column, NumberTotal? Numbers)> Of(
        CatalogSnapshot snapshot, RunQuery query, int matched, IReadOnlyList<RunColumn> columns)
    {
        if (matched < 2)
        {
            return [.. columns.Select(column => (column, (NumberTotal?)null))];
        }

        // With many runs each column takes time, and fifty totals are too many to read.
        List<RunField> fields =
        [
            .. columns.Where(column => column.IsSummed).Select(column => column.Field).Distinct()
                .Take(Math.Max(MinColumns, MaxCells / matched)),
        ];
        var totals = snapshot.Queries().Totals(query, fields);
        return [.. columns.Select(column => (column, fields.IndexOf(column.Field) is >= 0 and var i ? totals[i] : null))];
    }
}
