using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.Models.Compare;

namespace Sacredboard.Web.ComparePage;

/// <summary>Makes the answer for scripts out of the tabs of a comparison.</summary>
internal static class CompareModelMaker
{
    /// <param name="request">The runs.</param>
    /// <param name="page">With the table; without runs it has none.</param>
    /// <param name="tests">The tests; null without groups.</param>
    public static CompareModel Of(CompareRequest request, ComparePageViewModel page, CompareSignificance? tests) => new()
    {
        Lines = [.. page.Legend.Select(entry => new ComparedLineModel
        {
            Key = entry.Key,
            Name = entry.Title,
            Count = entry.Count ?? 1,
            Colour = entry.Style.Colour,
            Dash = entry.Style.Dash,
        })],
        Rows = page.Content is CompareTable table
            ? [.. table.Sections.SelectMany(section => section.Rows, (section, row) => Row(section, row, page.Legend))]
            : [],
        Tests = tests is null ? null : GroupTests.Of(tests),
        NotFound = page.Unknown,
        Left = page.Left,
        State = SourceStateName.Of(request.Source, request.Resolved),
        Summaries = [.. request.Chosen.Progress.Select(StatisticsProgressModel.Of)],
        Progress = page.Content?.Progress ?? tests?.Progress,
    };

    private static ComparedRowModel Row(CompareSection section, CompareRow row, IReadOnlyList<LegendEntry> lines) => new()
    {
        Section = section.Title,
        Name = row.Title,
        Values = [.. row.Cells.Select((cell, i) => Value(cell, row.Numbers?[i]))],
        Std = row.Spreads,
        Better = CompareWords.Goal(row.IsLowerBetter),
        Best = [.. row.Best.Order().Select(i => lines[i].Key)],
    };

    private static StoredValue? Value(CellText cell, double? number) => StoredValue.Of(
        number is { } value ? new SacredDouble(value) : cell.Kind == CellKind.Missing ? null : new SacredText(cell.Full ?? cell.Text),
        decoded: false);
}
