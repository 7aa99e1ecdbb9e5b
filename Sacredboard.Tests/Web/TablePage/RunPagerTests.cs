using Sacredboard.Web.Models.TablePage;

namespace Sacredboard.Tests.Web.TablePage;

public sealed class RunPagerTests
{
    [Theory]
    [InlineData(1, 0, "0 runs", "1")]
    [InlineData(1, 50, "1–50 of 50", "1")]
    [InlineData(1, 51, "1–50 of 51", "1 2")]
    [InlineData(2, 51, "51–51 of 51", "1 2")]
    [InlineData(1, 1204, "1–50 of 1,204", "1 2 0 25")]
    [InlineData(4, 1204, "151–200 of 1,204", "1 2 3 4 5 0 25")]
    [InlineData(12, 1204, "551–600 of 1,204", "1 0 11 12 13 0 25")]
    [InlineData(25, 1204, "1,201–1,204 of 1,204", "1 0 24 25")]
    public void It_offers_the_ends_and_the_neighbours(int page, int matched, string range, string links)
    {
        var pager = new RunPager(page, 50, matched, matched);

        Assert.Equal(range, pager.Range);
        Assert.Equal(links, string.Join(' ', pager.Links));
    }
}
