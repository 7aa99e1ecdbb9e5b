using System.Net;
using System.Text.Json;
using Sacredboard.Tests.Web.Api;

namespace Sacredboard.Tests.Web.Curves;

/// <summary>The curves of runs that went on from others, joined on step.</summary>
public sealed class ContinuedCurvesApiTests(ContinuedBoard board) : IClassFixture<ContinuedBoard>, IAsyncLifetime
{
    private const string Curves = "api/v1/lab/curves?metric=loss";
    private const string Joined = "join=continued";

    private readonly ApiClient _api = new(board.Board.Address);

    public async ValueTask InitializeAsync() => await _api.UntilLoadedAsync();

    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("")]
    [InlineData("&columns=1000")]
    public async Task The_curve_of_a_run_begins_with_those_of_the_runs_before(string more)
    {
        var metric = await _api.GetAsync($"api/v1/lab/runs/3/metrics/loss?{Joined}{more}");

        Assert.Equal([0, 1, 2, 3, 4, 5, 6], Numbers(metric, "x"));
        Assert.Equal([10, 11, 22, 23, 24, 35, 36], Numbers(metric, "y"));
        Assert.Equal((7, 10, 36), (metric.GetProperty("count").GetInt32(), Number(metric, "min"), Number(metric, "max")));
        Assert.Equal(["1 2 2", "2 3 0", "3 2 0"], Parts(metric));
        Assert.Equal([35, 36], Numbers(await _api.GetAsync("api/v1/lab/runs/3/metrics/loss"), "y"));
    }

    [Fact]
    public async Task A_run_that_began_anew_or_lacks_the_metric_before_is_alone()
    {
        foreach (var path in new[] { "5/metrics/loss", "3/metrics/only3" })
        {
            var metric = await _api.GetAsync($"api/v1/lab/runs/{path}?{Joined}");
            Assert.Equal(JsonValueKind.Null, metric.GetProperty("joined").ValueKind);
        }

        Assert.Equal([1], Numbers(await _api.GetAsync($"api/v1/lab/runs/3/metrics/only1?{Joined}"), "y"));
    }

    [Fact]
    public async Task Several_metrics_of_a_run_are_joined_alike()
    {
        var answer = await _api.GetAsync($"api/v1/lab/runs/3/curves?metric=loss&metric=only1&{Joined}");

        Assert.Equal([7, 1], answer.GetProperty("series").EnumerateArray().Select(series => series.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Of_many_runs_each_line_that_went_on_is_one_curve()
    {
        var answer = await _api.GetAsync($"{Curves}&ids=1,2,3,4,5&{Joined}");

        Assert.Equal(["3: 10 11 22 23 24 35 36", "4: 10 11 22 23 44 45", "5: 50 51"], Lines(answer));
        Assert.Equal(5, (await _api.GetAsync($"{Curves}&ids=1,2,3,4,5")).GetProperty("curves").GetArrayLength());
        Assert.Equal(["2: 10 11 22 23 24"], Lines(await _api.GetAsync($"{Curves}&ids=2&{Joined}")));
    }

    [Fact]
    public async Task A_group_is_made_of_joined_curves()
    {
        var group = Assert.Single((await _api.GetAsync($"{Curves}&ids=1,2,3,4&group=experiment&{Joined}"))
            .GetProperty("groups").EnumerateArray());

        Assert.Equal(["3", "4"], group.GetProperty("runs").EnumerateArray().Select(run => run.GetString()!).Order());
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], Numbers(group, "x"));
        Assert.Equal([10, 11, 22, 23, 34, 40, 36], Numbers(group, "mid"));
    }

    [Fact]
    public async Task Time_is_counted_from_the_start_of_the_first_run()
    {
        Assert.Equal([10, 11, 3610, 3611, 3612], Numbers(await _api.GetAsync($"api/v1/lab/runs/2/metrics/loss?x=relative&{Joined}"), "x"));
        Assert.Equal(
            [10, 11, 3610, 3611, 3612],
            Numbers((await _api.GetAsync($"{Curves}&ids=2&x=relative&{Joined}")).GetProperty("curves")[0], "x"));
    }

    [Fact]
    public async Task A_file_has_the_joined_points()
    {
        using var response = await _api.SendAsync($"api/v1/lab/runs/3/metrics/loss?format=csv&{Joined}");
        var lines = (await response.Content.ReadAsStringAsync(ApiClient.Token)).TrimEnd().Split('\n');

        Assert.Equal(["0 10", "1 11", "2 22", "3 23", "4 24", "5 35", "6 36"], lines.Skip(1).Select(line => line.Split(','))
            .Select(cells => $"{cells[0]} {cells[2]}"));
    }

    [Fact]
    public Task Another_word_is_refused() => _api.AssertProblemAsync($"{Curves}&ids=1&join=all", HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_new_point_of_any_of_the_runs_is_a_new_answer()
    {
        await using var own = new ContinuedBoard();
        using var api = new ApiClient(own.Board.Address);
        await api.UntilLoadedAsync();
        foreach (var path in new[] { $"{Curves}&ids=3&{Joined}", $"api/v1/lab/runs/3/metrics/loss?{Joined}" })
        {
            foreach (var (id, steps, values) in new[] { (1, "[0, 1, 1.5]", "[10, 11, 9]"), (3, "[5, 6, 7]", "[35, 36, 37]") })
            {
                own.Write(1, "[0, 1]", "[10, 11]");
                own.Write(3, "[5, 6]", "[35, 36]");
                var known = await TagAsync(count: 7);
                own.Write(id, steps, values);
                Assert.NotEqual(known, await TagAsync(count: 8));
            }

            async Task<string> TagAsync(int count)
            {
                while (true)
                {
                    using var response = await api.SendAsync(path);
                    var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(ApiClient.Token)).RootElement;
                    var curve = answer.TryGetProperty("curves", out var curves) ? curves[0] : answer;
                    if (curve.GetProperty("count").GetInt32() == count)
                    {
                        using var again = await api.SendAsync(path, response.Headers.ETag!.ToString());
                        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
                        return response.Headers.ETag!.ToString();
                    }

                    await Task.Delay(20, ApiClient.Token);
                }
            }
        }
    }

    private static IEnumerable<string> Lines(JsonElement answer) => answer.GetProperty("curves").EnumerateArray()
        .Select(curve => $"{curve.GetProperty("run")}: {string.Join(' ', Numbers(curve, "y"))}");

    private static IEnumerable<string> Parts(JsonElement series) => series.GetProperty("joined").EnumerateArray()
        .Select(part => $"{part.GetProperty("run").GetString()} {part.GetProperty("count")} {part.GetProperty("replaced")}");

    private static double Number(JsonElement answer, string name) => answer.GetProperty(name).GetDouble();

    private static IEnumerable<double> Numbers(JsonElement answer, string name) =>
        answer.GetProperty(name).EnumerateArray().Select(number => number.GetDouble());
}
