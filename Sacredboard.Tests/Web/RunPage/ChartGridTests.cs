using Sacredboard.Data.Metrics;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.RunAddress;

namespace Sacredboard.Tests.Web.RunPage;

public sealed class ChartGridTests
{
    private static readonly string[] Usual = ["lr", "training.accuracy", "training.loss", "validation.accuracy", "validation.loss"];

    [Fact]
    public void Metrics_are_grouped_by_the_first_part_of_their_names() =>
        Assert.Equal(
            ["others: lr", "training: training.accuracy, training.loss", "validation: validation.accuracy, validation.loss"],
            Describe(Arrange(Usual, new())));

    [Fact]
    public void Pinned_charts_come_first_in_the_order_of_pinning() =>
        Assert.Equal(
            ["pinned: validation.loss, lr", "training: training.accuracy, training.loss", "validation: validation.accuracy"],
            Describe(Arrange(Usual, new() { Pins = ["validation.loss", "gone", "lr"] })));

    [Theory]
    [InlineData("splits")]
    [InlineData(@"(?:training|validation)\.(.+)")]
    public void Metrics_with_the_same_text_in_parentheses_share_a_chart(string expression)
    {
        var grid = Arrange(Usual, new() { Combine = expression, Pins = ["=loss"] });

        Assert.Equal(["pinned: loss (2)", "together: accuracy (2)", "others: lr"], Describe(grid));
        Assert.Null(grid.CombineProblem);
        Assert.Equal(["training.loss", "validation.loss"], grid.Charts.First().Metrics.Select(metric => metric.Name));
    }

    [Fact]
    public void A_chart_has_a_limited_number_of_curves_and_none_is_lost()
    {
        var grid = Arrange([.. Enumerable.Range(0, 90).Select(i => $"layer.{i}")], new() { Combine = "([^.]+)[.].+" });

        Assert.Equal(["together: layer (40), layer (2) (40), layer (3) (10)"], Describe(grid));
        Assert.Equal(3, grid.Charts.Select(chart => chart.Key).Distinct().Count());
    }

    [Theory]
    [InlineData("training.(.+", "This is not a regular expression: Not enough )'s.")]
    [InlineData("training.+", "It needs a part in parentheses, such as training.(.+): metrics with the same text there share a chart.")]
    [InlineData("(?=a)(.+)", "Look-around, back references and atomic groups cannot be used here.")]
    [InlineData("(.+)", "No two metrics have the same text in its parentheses.")]
    public void What_is_wrong_with_an_expression_is_said_and_nothing_is_combined(string expression, string problem)
    {
        var grid = Arrange(Usual, new() { Combine = expression });

        Assert.Equal(problem, grid.CombineProblem);
        Assert.Equal(5, grid.ChartCount);
    }

    [Fact]
    public void Expressions_that_would_take_for_ever_elsewhere_do_not()
    {
        var grid = Arrange([new string('a', 5000) + "!", new string('a', 5000) + "?"], new() { Combine = "((a+)+)+b" });

        Assert.Equal(2, grid.ChartCount);
    }

    private static RunMetricsViewModel Arrange(IEnumerable<string> names, ChartSettings settings) => ChartGrid.Of(
        [.. names.Select(name => new RunMetric(Metric.Of(name, [0, 1], [1, 2], [], default), "/points"))], settings, new());

    private static IEnumerable<string> Describe(RunMetricsViewModel grid) => grid.Groups.Select(group =>
        $"{group.Title}: {string.Join(", ", group.Charts.Select(Describe))}");

    private static string Describe(RunChart chart) => chart.Title + (chart.IsCombined ? $" ({chart.Metrics.Count})" : "");
}
