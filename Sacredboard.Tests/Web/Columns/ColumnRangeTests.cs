using Sacredboard.Data.Values;
using Sacredboard.Web.Columns;

namespace Sacredboard.Tests.Web.Columns;

public sealed class ColumnRangeTests
{
    [Theory]
    [InlineData(0.5, 2, 2, 20)]
    [InlineData(0.5, 2, 1, 10)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(-4, -1, -1, 5)]
    [InlineData(-1, 1, -1, 0)]
    [InlineData(-1, 1, 0, 10)]
    [InlineData(0, 1, 5, 20)]
    [InlineData(-1.7e308, 1.7e308, 0, 10)]
    public void A_bar_is_as_long_as_its_number_is_great(double min, double max, double number, int step) =>
        Assert.Equal(step, new ColumnRange(min, max).BarStep(new SacredDouble(number)));

    [Theory]
    [InlineData(0.5, 2.5, 0.5, 0)]
    [InlineData(0.5, 2.5, 2.5, 20)]
    [InlineData(0.5, 2.5, 1, 5)]
    [InlineData(3, 3, 3, 0)]
    public void A_colour_shows_where_a_number_lies_between_minimum_and_maximum(double min, double max, double number, int step) =>
        Assert.Equal(step, new ColumnRange(min, max).ScaleStep(new SacredDouble(number)));

    [Fact]
    public void Values_that_are_not_finite_have_neither()
    {
        var range = new ColumnRange(0, 1);
        foreach (var value in (SacredValue?[])[
            null,
            SacredNull.Value,
            new SacredDouble(double.NaN),
            new SacredDouble(double.PositiveInfinity),
            new SacredText("1"),
            SacredBoolean.Of(true)])
        {
            Assert.Null(range.BarStep(value));
            Assert.Null(range.ScaleStep(value));
        }

        Assert.Equal(20, range.BarStep(new SacredTyped("numpy.float64", new SacredDouble(1), SacredNull.Value)));
        Assert.Equal(20, range.BarStep(new SacredInteger(1)));
    }
}
