using Sacredboard.Data.Queries.Totals;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Table;

/// <summary>The line under the table: all runs of the result, not only those of the page.</summary>
/// <param name="Label">How many there are.</param>
/// <param name="Labelled">How many columns the label takes.</param>
/// <param name="Cells">One for each column after those.</param>
public sealed record TotalsViewModel(string Label, int Labelled, IReadOnlyList<TotalCell> Cells)
{
    /// <summary>Null for less than two runs.</summary>
    /// <param name="totals">The columns that may be summed up, each with its numbers where it was.</param>
    /// <param name="matched">How many runs there are.</param>
    /// <param name="labelled">How many columns stand before those.</param>
    /// <param name="groups">The number of groups, where the runs are grouped.</param>
    public static TotalsViewModel? Of(IReadOnlyList<(RunColumn Column, NumberSummary? Numbers)> totals, int matched, int labelled, int? groups = null)
    {
        if (matched < 2)
        {
            return null;
        }

        var label = $"{NumberText.Count(matched)} runs";
        return new(
            groups is { } count ? $"{label} in {(count == 1 ? "1 group" : $"{NumberText.Count(count)} groups")}" : label,
            labelled,
            [.. totals.Select(total => new TotalCell(total.Column, total.Numbers is { } numbers ? TextOf(numbers, total.Column) : null))]);
    }

    // A few numbers among other values are no column of numbers.
    private static NumbersText? TextOf(NumberSummary numbers, RunColumn column) =>
        numbers.Count > numbers.Others ? NumbersText.Of(numbers, column) : null;
}

/// <param name="Text">Null where there is nothing to sum up.</param>
public sealed record TotalCell(RunColumn Column, NumbersText? Text);
