using System.Net;
using System.Text.Json;
using Sacredboard.Tests.Web.Api;
using Sacredboard.Tests.Web.Curves;

namespace Sacredboard.Tests.Web.Compare;

public sealed class CompareApiTests(CurvesBoard board) : IClassFixture<CurvesBoard>, IAsyncLifetime
{
    private readonly ApiClient _api = new(board.Board.Address);

    public async ValueTask InitializeAsync() => await board.Board.LoadedAsync();

    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Runs_have_the_values_of_the_table()
    {
        var answer = await _api.GetAsync("api/v1/lab/compare?ids=1,4&ids=odd&ids=99");

        Assert.Equal(["1", "4", "odd"], answer.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("key").GetString()));
        Assert.Equal([1.02, 4.02, 5], Row(answer, "last(loss)").GetProperty("values").EnumerateArray().Select(value => value.GetDouble()));
        Assert.Equal("lower", Row(answer, "last(loss)").GetProperty("better").GetString());
        Assert.Equal("1", Row(answer, "last(loss)").GetProperty("best")[0].GetString());
        Assert.Equal("Completed", Row(answer, "status").GetProperty("values")[0].GetString());
        Assert.Equal(["99"], answer.GetProperty("notFound").EnumerateArray().Select(run => run.GetString()));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("tests").ValueKind);
    }

    // The figures of SignificanceTests, computed by hand there.
    [Fact]
    public async Task Groups_have_means_and_tests()
    {
        var answer = await _api.GetAsync("api/v1/lab/compare?ids=1,2,3,4,5,6&group=config");

        Assert.Equal(1, Row(answer, "last(loss)").GetProperty("std")[0].GetDouble(), 1e-9);
        var tests = answer.GetProperty("tests");
        Assert.Equal("1", tests.GetProperty("against").GetString());
        var difference = tests.GetProperty("groups")[1].GetProperty("difference");
        Assert.Equal(3, difference.GetProperty("means").GetDouble(), 1e-9);
        Assert.Equal(0.1, difference.GetProperty("correctedP").GetDouble(), 1e-9);
        Assert.Equal(
            [3 - 2.266958088, 3 + 2.266958088],
            difference.GetProperty("meansInterval").EnumerateArray().Select(edge => edge.GetDouble()),
            (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(JsonValueKind.Null, tests.GetProperty("groups")[0].GetProperty("difference").ValueKind);
    }

    [Theory]
    [InlineData("q=lr+%3C", "q")]
    [InlineData("ids=1&goal=x", "goal")]
    [InlineData("ids=1&keys=x", "keys")]
    [InlineData("ids=1&group=a..b", "group")]
    public async Task What_cannot_be_read_is_refused(string query, string parameter) => Assert.Equal(
        parameter,
        (await _api.AssertProblemAsync($"api/v1/lab/compare?{query}", HttpStatusCode.BadRequest)).GetProperty("parameter").GetString());

    private static JsonElement Row(JsonElement answer, string name) =>
        answer.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("name").GetString() == name);
}
