using Sacredboard.Data.Comparing;

namespace Sacredboard.Tests.Data.Comparing;

public sealed class GroupComparisonTests
{
    private static readonly Sample Base = new([1.0, 2, 3, 4, 5]);

    [Fact]
    public void Each_group_is_tested_against_the_base_and_corrected_for_the_number_of_tests()
    {
        var compared = GroupComparison.Of(Base, [new([11.0, 12, 13, 14, 15]), new([1.5, 2.5, 3.5, 4.5])], TestContext.Current.CancellationToken);

        Assert.Equal(10, compared[0].Means!.Difference);
        Assert.True(compared[0].Medians!.Value.Low > 5);
        Assert.Equal([compared[0].Ranks!.P * 2, compared[1].Ranks!.P], compared.Select(one => one.CorrectedP!.Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Groups_of_fewer_than_three_runs_are_not_tested(int runs)
    {
        var compared = GroupComparison.Of(Base, [new(Enumerable.Repeat(9.0, runs)), new([1.5, 2.5, 3.5])], TestContext.Current.CancellationToken);

        Assert.Equal((null, null, null, null), (compared[0].Means, compared[0].Medians, compared[0].Ranks, compared[0].CorrectedP));
        // Nor do they count as a test.
        Assert.Equal(compared[1].Ranks!.P, compared[1].CorrectedP);
    }

    [Fact]
    public void Groups_that_do_not_vary_differ_for_certain_or_not_at_all()
    {
        var compared = GroupComparison.Of(new([2.0, 2, 2]), [new([3.0, 3, 3]), new([2.0, 2, 2])], TestContext.Current.CancellationToken);

        Assert.Equal((1, 0, 0), (compared[0].Means!.Difference, compared[0].Means!.Margin, compared[0].Means!.P));
        Assert.Equal((0, 1, 1), (compared[1].Means!.Difference, compared[1].Means!.P, compared[1].Ranks!.P));
    }

    [Fact]
    public void Only_finite_numbers_are_compared() => Assert.Throws<ArgumentException>(() => new Sample([1, double.NaN]));

    [Fact]
    public void A_comparison_ends_when_it_is_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => GroupComparison.Of(Base, [Base], new CancellationToken(canceled: true)));
}
