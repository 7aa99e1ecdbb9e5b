using System.Net;
using System.Text.Json;
using Sacredboard.Tests.Web.Api;

namespace Sacredboard.Tests.Web.Curves;

/// <summary>Several metrics of one run in one answer.</summary>
public sealed class RunCurvesApiTests(OddMetricsBoard board) : IClassFixture<OddMetricsBoard>, IAsyncLifetime
{
    private const string Place = "api/v1/lab/runs/1/curves?columns=100";

    private readonly ApiClient _api = new(board.Address);

    public async ValueTask InitializeAsync() => await _api.UntilLoadedAsync();

    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task All_have_the_same_edges_in_the_order_asked_for()
    {
        var answer = await _api.GetAsync($"{Place}&metric=wave&metric=train~2Floss&metric=none&metric=odd");
        var series = answer.GetProperty("series").EnumerateArray().ToList();
        Assert.Equal(["wave", "train/loss", "odd"], series.Select(one => one.GetProperty("name").GetString()));
        Assert.Equal(["none"], answer.GetProperty("notFound").EnumerateArray().Select(name => name.GetString()));
        foreach (var edge in (string[])["from", "to", "low", "high"])
        {
            var common = answer.GetProperty(edge).GetDouble();
            Assert.All(series, one => Assert.Equal(common, one.GetProperty(edge).GetDouble()));
        }

        Assert.Equal((0, 19_999), (answer.GetProperty("from").GetDouble(), answer.GetProperty("to").GetDouble()));
        Assert.InRange(answer.GetProperty("low").GetDouble(), -1.3, -1);
        Assert.InRange(answer.GetProperty("high").GetDouble(), 2, 2.3);
    }

    [Fact]
    public async Task A_caller_that_has_all_points_gets_none()
    {
        const string Asked = $"{Place}&grow=true&metric=wave&metric=odd";
        var versions = (await _api.GetAsync(Asked)).GetProperty("series").EnumerateArray()
            .Select(one => one.GetProperty("version").GetString());
        var known = string.Concat(versions.Select(version => $"&version={version}"));

        Assert.Equal([true, true], Tails(await _api.GetAsync($"{Asked}&after=20000&after=7{known}")));
        Assert.Equal([false, false], Tails(await _api.GetAsync($"{Asked}&after=20000&after=7&version=other&version=other")));
        Assert.Equal([false, false], Tails(await _api.GetAsync($"{Asked}&after=20000")));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("&metric=wave&columns=x", HttpStatusCode.BadRequest)]
    [InlineData("&metric=none&metric=nothing", HttpStatusCode.NotFound)]
    [InlineData("&metric=wave&x=metric:none", HttpStatusCode.NotFound)]
    public Task What_cannot_be_answered_is_a_problem(string query, HttpStatusCode expected) =>
        _api.AssertProblemAsync("api/v1/lab/runs/1/curves?rows=100" + query, expected);

    [Fact]
    public async Task The_same_answer_is_not_sent_again()
    {
        using var first = await _api.SendAsync($"{Place}&metric=wave&metric=odd");
        using var second = await _api.SendAsync($"{Place}&metric=wave&metric=odd", first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    private static IEnumerable<bool> Tails(JsonElement answer) => answer.GetProperty("series").EnumerateArray()
        .Select(one => one.GetProperty("tail").ValueKind == JsonValueKind.Object);
}
