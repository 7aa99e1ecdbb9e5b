using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Totals;
using Sacredboard.Data.Values;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Table;

/// <summary>The line under the table: all runs of the result, not only those of the page.</summary>
/// <param name="Label">How many there are.</param>
/// <param name="Labelled">How many columns the label takes.</param>
/// <param name="Cells">One for each column after those.</param>
public sealed record TotalsViewModel(string Label, int Labelled, IReadOnlyList<TotalCell> Cells)
{
    /// <summary>So many columns are summed up whatever the number of runs.</summary>
    private const int FewColumns = 16;

    /// <summary>With fewer runs, so many cells of the whole result.</summary>
    private const int ManyCells = 1_000_000;

    /// <summary>Null for less than two runs.</summary>
    /// <param name="snapshot">What the page was made of.</param>
    /// <param name="query">Its runs.</param>
    /// <param name="matched">How many.</param>
    /// <param name="labelled">How many columns stand before those that may be summed up.</param>
    /// <param name="columns">Those.</param>
    /// <param name="groups">The number of groups, where they are grouped.</param>
    public static TotalsViewModel? Of(CatalogSnapshot snapshot, RunQuery query, int matched, int labelled, IReadOnlyList<RunColumn> columns, int? groups = null)
    {
        if (matched < 2)
        {
            return null;
        }

        // With many runs each column costs something, and nobody reads the sums of fifty.
        List<RunField> fields =
        [
            .. columns.Where(column => MayBeSummed(column.Field)).Select(column => column.Field).Distinct()
                .Take(Math.Max(FewColumns, ManyCells / matched)),
        ];
        var totals = snapshot.Queries().Totals(query, fields);
        var label = $"{NumberText.Count(matched)} runs";
        return new(
            groups is { } count ? $"{label} in {(count == 1 ? "1 group" : $"{NumberText.Count(count)} groups")}" : label,
            labelled,
            [.. columns.Select(column => new TotalCell(column, fields.IndexOf(column.Field) is >= 0 and var i ? TextOf(totals[i], column) : null))]);
    }

    // A few numbers among other values are no column of numbers.
    private static NumbersText? TextOf(NumberSummary numbers, RunColumn column) =>
        numbers.Count > numbers.Others ? NumbersText.Of(numbers, column) : null;

    private static bool MayBeSummed(RunField field) =>
        field.OwnField?.IsSummed ?? true;
}

/// <param name="Text">Null where there is nothing to sum up.</param>
public sealed record TotalCell(RunColumn Column, NumbersText? Text);
