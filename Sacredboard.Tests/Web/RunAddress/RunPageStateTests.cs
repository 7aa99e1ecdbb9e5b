using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Web.RunAddress;
using Sacredboard.Web.Table;

namespace Sacredboard.Tests.Web.RunAddress;

public sealed class RunPageStateTests
{
    [Fact]
    public void The_default_needs_no_address()
    {
        Assert.Equal("", new RunPageState().Query);
        Assert.Equal("", Read("?table=&x=step&log=false&zoom=").Query);
    }

    [Fact]
    public void Reading_gives_what_was_written()
    {
        var state = new RunPageState
        {
            Table = TableUrl.Read("?q=a %26 b&status=FAILED&sort=-lr,id&columns=x&page=3&open=7&view=4").State,
            Charts = new() { X = "time", LogY = true, Zooms = [new("a:b&c=d", -1e-7, 1.5e12), new("ü", 0, 1)] },
        };

        var again = Read(state.Query);

        Assert.Equal(TableUrl.Write("", state.Table), TableUrl.Write("", again.Table));
        Assert.Equal(("time", true), (again.Charts.X, again.Charts.LogY));
        Assert.Equal(state.Charts.Zooms, again.Charts.Zooms);
    }

    [Theory]
    [InlineData("?x=Step")]
    [InlineData("?x=7")]
    [InlineData("?log=1")]
    [InlineData("?yscale=Log")]
    [InlineData("?smooth=ema:2")]
    [InlineData("?smooth=none")]
    [InlineData("?order=3")]
    [InlineData("?across=9")]
    [InlineData("?yrange=")]
    [InlineData("?range=loss:1:1")]
    [InlineData("?zoom=loss")]
    [InlineData("?zoom=loss:1:")]
    [InlineData("?zoom=loss:2:1")]
    [InlineData("?zoom=loss:1:Infinity")]
    [InlineData("?zoom=loss:NaN:1")]
    [InlineData("?table=edit%3Dnew")]
    [InlineData("?table=https://example.org")]
    public void What_cannot_be_read_is_left_out(string query) => Assert.Equal("", Read(query).Query);

    [Fact]
    public void Addresses_of_earlier_versions_are_read() => Assert.Equal("?yscale=log", Read("?log=true").Query);

    [Fact]
    public void Windows_are_limited_and_one_for_each_chart()
    {
        var many = Read("?zoom=" + string.Join("&zoom=", Enumerable.Range(0, 200).Select(i => $"m{i / 2}:{i}:{i + 1}")));

        Assert.Equal(50, many.Charts.Zooms.Count);
        Assert.Equal(new ChartWindow("m1", 2, 3), many.Charts.Zooms[1]);
    }

    private static RunPageState Read(string query) => RunPageState.Read(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
