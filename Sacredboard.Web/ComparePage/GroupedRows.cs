using Sacredboard.Data.Comparing;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Web.Curves;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Compare;

namespace Sacredboard.Web.ComparePage;

/// <summary>Makes rows of groups out of rows of runs: mean ± standard deviation of numbers, the common value of others.</summary>
internal sealed class GroupedRows
{
    private const int MaxNamed = 3;
    private const int MaxLength = 40;

    private readonly IReadOnlyList<int[]> _groups;

    /// <param name="request">The runs.</param>
    /// <param name="grouping">How they are grouped.</param>
    public GroupedRows(CompareRequest request, RunGrouping grouping)
    {
        var places = request.Runs.Index().ToDictionary(run => run.Item.Named, run => run.Index);
        _groups = [.. CurveGroup.Of(request.Runs.Select(run => run.Named), grouping, request.Names)
            .Select(group => group.Runs.Select(run => places[run]).ToArray())];
    }

    /// <summary>Number of groups.</summary>
    public int Count => _groups.Count;

    public CompareRow Of(CompareRow row) =>
        row.Numbers is { } numbers && numbers.Any(number => number is not null) ? Means(row, numbers) : Values(row);

    private CompareRow Means(CompareRow row, IReadOnlyList<double?> numbers)
    {
        var samples = _groups.Select(group => new Sample(group.Select(run => numbers[run]).OfType<double>())).ToList();
        return new CompareRow(row.Title, [.. samples.Select((sample, i) => Cell(sample, _groups[i].Length))])
        {
            Field = row.Field,
            Numbers = [.. samples.Select(sample => sample.Count == 0 ? (double?)null : sample.Mean)],
            Spreads = [.. samples.Select(sample => sample.Count < 2 ? (double?)null : sample.StandardDeviation)],
        }.Judged(row.IsLowerBetter);
    }

    private static CellText Cell(Sample sample, int runs) => sample.Count == 0
        ? CellText.Missing
        : new(DifferenceWords.MeanOf(sample), $"mean ± standard deviation of {sample.Count} of {runs} runs", CellKind.Number);

    private CompareRow Values(CompareRow row) =>
        new(row.Title, [.. _groups.Select(group => Common([.. group.Select(run => row.Cells[run])]))]);

    // A status that most runs have comes first.
    private static CellText Common(IReadOnlyList<CellText> cells)
    {
        var values = cells.CountBy(cell => cell.Text).OrderByDescending(value => value.Value).ToList();
        if (values.Count == 1)
        {
            return cells[0];
        }

        var named = string.Join(", ", values.Take(MaxNamed).Select(value => value.Key));
        return values.Count <= MaxNamed && named.Length <= MaxLength
            ? new(named, null, CellKind.Text)
            : new($"{NumberText.Count(values.Count)} values", values.Count > MaxNamed ? named + ", …" : named, CellKind.Text);
    }
}
