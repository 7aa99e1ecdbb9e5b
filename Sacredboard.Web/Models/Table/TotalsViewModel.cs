using Sacredboard.Data.Queries.Totals;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Table;

/// <summary>The totals below the table: of all runs of the result, not only those of the page.</summary>
/// <param name="Label">The number of runs in words.</param>
/// <param name="LabelSpan">Number of columns that the label spans.</param>
/// <param name="Cells">One for each of the other columns.</param>
public sealed record TotalsViewModel(string Label, int LabelSpan, IReadOnlyList<TotalCell> Cells)
{
    /// <summary>Null for fewer than two runs.</summary>
    /// <param name="totals">The columns after the label, each with its numbers if it is summed up.</param>
    /// <param name="matched">Number of runs.</param>
    /// <param name="labelSpan">Number of columns before those.</param>
    /// <param name="groups">Number of groups; null if the runs are not grouped.</param>
    public static TotalsViewModel? Of(
        IReadOnlyList<(RunColumn Column, NumberTotal? Numbers)> totals,
        int matched,
        int labelSpan,
        int? groups = null)
    {
        if (matched < 2)
        {
            return null;
        }

        var label = $"{NumberText.Count(matched)} runs";
        return new(
            groups is { } count ? $"{label} in {(count == 1 ? "1 group" : $"{NumberText.Count(count)} groups")}" : label,
            labelSpan,
            [.. totals.Select(total => new TotalCell(total.Column, total.Numbers is { } numbers ? TextOf(numbers, total.Column) : null))]);
    }

    // A column with more other values than numbers has no total.
    private static NumbersText? TextOf(NumberTotal numbers, RunColumn column) =>
        numbers.Count > numbers.Others ? NumbersText.Of(numbers, column) : null;
}

/// <param name="Text">Null if the column has no total.</param>
public sealed record TotalCell(RunColumn Column, NumbersText? Text);
