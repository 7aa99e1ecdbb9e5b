using FsCheck;
using FsCheck.Xunit;
using Sacredboard.Web.Curves;

namespace Sacredboard.Tests.Web.Curves;

public sealed class PointSharesTests
{
    [Fact]
    public void A_few_curves_have_all_columns() =>
        Assert.Equal([1000, 1000, 1000], PointShares.Columns([350_000, 10, 20_000], 1000));

    [Fact]
    public void Many_curves_share_the_budget_evenly() =>
        Assert.All(PointShares.Columns([.. Enumerable.Repeat(10_000, 100)], 1000), columns => Assert.Equal(100, columns));

    [Fact]
    public void What_short_curves_leave_is_shared_by_the_others() =>
        Assert.Equal([100, 100, 47, 47], PointShares.Columns([10, 10, 5000, 5000], 100, budget: 400));

    [Fact]
    public void However_many_curves_each_has_a_column() =>
        Assert.All(PointShares.Columns([.. Enumerable.Repeat(1000, 500)], 300, budget: 400), columns => Assert.Equal(1, columns));

    [Property]
    public void All_curves_together_keep_to_the_budget(PositiveInt width, NonNegativeInt[] sizes)
    {
        int[] counts = [.. sizes.Select(size => size.Get * 100)];
        const int Budget = 8000;
        var columns = PointShares.Columns(counts, width.Get, Budget);
        Assert.All(columns, some => Assert.InRange(some, 1, width.Get));
        // A curve never has fewer columns than a shorter one, and one column may be more than its share.
        var drawn = counts.Zip(columns, (count, some) => Math.Min(count, 4L * some)).Sum();
        Assert.InRange(drawn, 0, Budget + (4 * counts.Length));
    }
}
