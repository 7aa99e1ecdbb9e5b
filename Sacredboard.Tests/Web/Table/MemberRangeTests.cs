using Sacredboard.Web.Table;

namespace Sacredboard.Tests.Web.Table;

public sealed class MemberRangeTests
{
    [Theory]
    [InlineData("1-50", "1-100")]
    [InlineData("1-150", "1-200")]
    [InlineData("1-200", "51-250")]
    [InlineData("951-1000", "951-1020")]
    [InlineData("801-1000", "821-1020")]
    [InlineData("1001-1020", null)]
    public void What_comes_next_is_added_and_the_first_are_left_out_when_there_are_too_many(string from, string? to) =>
        Assert.Equal(to, MemberRange.Read(from)!.Value.Later(1020)?.ToString());

    [Theory]
    [InlineData("1-50", null)]
    [InlineData("21-70", "1-70")]
    [InlineData("101-150", "51-150")]
    [InlineData("51-250", "1-200")]
    [InlineData("821-1020", "771-970")]
    public void What_came_before_likewise(string from, string? to) =>
        Assert.Equal(to, MemberRange.Read(from)!.Value.Earlier()?.ToString());

    [Theory]
    [InlineData("1-50", 7, "1-7")]
    [InlineData("51-100", 100, "51-100")]
    [InlineData("51-100", 70, "51-70")]
    [InlineData("51-100", 50, "1-50")]
    [InlineData("2147483500-2147483600", 120, "101-120")]
    public void A_group_may_have_grown_smaller(string range, int count, string shown) =>
        Assert.Equal(shown, MemberRange.Read(range)!.Value.Within(count).ToString());

    [Fact]
    public void Every_run_of_a_large_group_is_reached_and_never_are_too_many_there()
    {
        var reached = new HashSet<int>();
        MemberRange? range = MemberRange.First;
        for (; range is { } shown; range = shown.Later(1234))
        {
            reached.UnionWith(Enumerable.Range(shown.Skip, shown.Take));
            Assert.InRange(shown.Take, 1, MemberRange.MaxRuns);
        }

        Assert.Equal(Enumerable.Range(0, 1234), reached.Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("50")]
    [InlineData("0-50")]
    [InlineData("50-1")]
    [InlineData("1-201")]
    [InlineData("1-99999999999")]
    [InlineData("-1-50")]
    [InlineData("1 - 50")]
    public void What_is_no_range_or_too_long_is_none(string text) => Assert.Null(MemberRange.Read(text));

    [Theory]
    [InlineData("27", "27", "27")]
    [InlineData("27:1-50", "27", "27")]
    [InlineData("~t5:51-100", "~t5", "~t5:51-100")]
    [InlineData("27:", null, null)]
    [InlineData("27:51", null, null)]
    public void An_open_group_is_named_by_a_run_and_a_range(string text, string? segment, string? written)
    {
        var open = OpenGroup.Read(text);

        Assert.Equal((segment, written), (open?.Segment, open?.ToString()));
    }
}
