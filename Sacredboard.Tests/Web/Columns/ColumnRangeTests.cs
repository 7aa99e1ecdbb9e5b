using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Values;
using Sacredboard.Web.Columns;

namespace Sacredboard.Tests.Web.Columns;

public sealed class ColumnRangeTests
{
    [Theory]
    [InlineData(0.5, 2, 2, 20)]
    [InlineData(0.5, 2, 1, 10)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(3, 3, 3, 20)]
    [InlineData(-4, -1, -1, 5)]
    [InlineData(-1, 1, -1, 0)]
    [InlineData(-1, 1, 0, 10)]
    [InlineData(0, 1, 5, 20)]
    [InlineData(-1.7e308, 1.7e308, 0, 10)]
    public void A_bar_is_as_long_as_its_number_is_great(double min, double max, double number, int step) =>
        Assert.Equal(step, new ColumnRange(min, max).BarStep(ColumnLook.Bar, number));

    [Theory]
    [InlineData(0.93, 0.98, 0.93, 0)]
    [InlineData(0.93, 0.98, 0.98, 20)]
    [InlineData(0.51, 1, 0.51, 0)]
    [InlineData(0.5, 1, 0.5, 10)]
    [InlineData(-0.98, -0.93, -0.98, 0)]
    [InlineData(-1, -0.5, -0.5, 10)]
    public void Bars_of_numbers_that_are_close_together_begin_at_the_least(double min, double max, double number, int step) =>
        Assert.Equal(step, new ColumnRange(min, max).BarStep(ColumnLook.Bar, number));

    [Theory]
    [InlineData(ColumnLook.BarFromZero, 0.9, 1, 0.9, 18)]
    [InlineData(ColumnLook.BarFromZero, -1, 1, -1, 0)]
    [InlineData(ColumnLook.BarFromZero, -1, 1, 0.5, 10)]
    [InlineData(ColumnLook.BarFromLeast, 0, 1, 0.5, 10)]
    [InlineData(ColumnLook.BarFromLeast, 1, 5, 1, 0)]
    public void Where_bars_begin_can_be_chosen(ColumnLook look, double min, double max, double number, int step)
    {
        Assert.Equal(step, new ColumnRange(min, max).BarStep(look, number));
        Assert.Equal($"bar part-{step}", new ColumnRange(min, max).Css(look, number));
    }

    [Theory]
    [InlineData(ColumnLook.Bar, "0.93 to 0.98 in these runs, bars from the least")]
    [InlineData(ColumnLook.BarFromZero, "0.93 to 0.98 in these runs, bars from zero")]
    [InlineData(ColumnLook.Scale, "0.93 to 0.98 in these runs")]
    public void The_heading_says_where_bars_begin(ColumnLook look, string words) =>
        Assert.Equal(words, new ColumnRange(0.93, 0.98).Describe(look));

    [Theory]
    [InlineData(0.5, 2.5, 0.5, 0)]
    [InlineData(0.5, 2.5, 2.5, 20)]
    [InlineData(0.5, 2.5, 1, 5)]
    [InlineData(3, 3, 3, 0)]
    public void A_colour_shows_where_a_number_lies_between_minimum_and_maximum(double min, double max, double number, int step) =>
        Assert.Equal($"scale part-{step}", new ColumnRange(min, max).Css(ColumnLook.Scale, number));

    [Fact]
    public void Values_that_are_not_finite_have_neither()
    {
        foreach (var value in (SacredValue?[])[
            null,
            SacredNull.Value,
            new SacredDouble(double.NaN),
            new SacredDouble(double.PositiveInfinity),
            new SacredText("1"),
            SacredBoolean.Of(true)])
        {
            Assert.Null(ColumnRange.Number(value));
        }

        Assert.Null(new ColumnRange(0, 1).Css(ColumnLook.Bar, null));
        Assert.Null(new ColumnRange(0, 1).Css(ColumnLook.Scale, double.NaN));
        Assert.Equal(1, ColumnRange.Number(new SacredTyped("numpy.float64", new SacredDouble(1), SacredNull.Value)));
        Assert.Equal(1, ColumnRange.Number(new SacredInteger(1)));
    }
}
