using Sacredboard.Data.Comparing;

namespace Sacredboard.Tests.Data.Comparing;

public sealed class ParetoFrontTests
{
    [Theory]
    [InlineData(true, true, new[] { 0, 2 })]
    [InlineData(false, false, new[] { 3, 1 })]
    [InlineData(true, false, new[] { 0, 1 })]
    public void The_front_holds_what_nothing_beats_in_both(bool lowerX, bool lowerY, int[] front) =>
        Assert.Equal(front, ParetoFront.Of([1, 2, 2.5, 3, double.NaN], [5, 9, 2, 7, 1], lowerX, lowerY));

    [Fact]
    public void Equal_points_are_all_on_it() => Assert.Equal([0, 1], ParetoFront.Of([1, 1, 1], [2, 2, 3], true, true));
}
