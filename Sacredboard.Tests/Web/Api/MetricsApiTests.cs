using System.Net;
using System.Text.Json;
using Sacredboard.Data.Runs;

namespace Sacredboard.Tests.Web.Api;

public sealed class MetricsApiTests(OddMetricsBoard board) : IClassFixture<OddMetricsBoard>, IAsyncLifetime
{
    private readonly ApiClient _api = new(board.Address);

    public async ValueTask InitializeAsync() => await _api.UntilLoadedAsync();

    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Values_that_are_not_finite_are_marks()
    {
        var series = await SeriesAsync("odd");
        Assert.Equal([0, 3], Numbers(series, "x"));
        Assert.Equal([1, 2], Numbers(series, "y"));
        Assert.Equal(7, series.GetProperty("count").GetInt32());
        Assert.Equal((0, 6), (series.GetProperty("from").GetDouble(), series.GetProperty("to").GetDouble()));
        var marks = series.GetProperty("marks").EnumerateArray()
            .Select(mark =>
                (
                    mark.GetProperty("x").GetDouble(),
                    mark.GetProperty("to").GetDouble(),
                    mark.GetProperty("kind").GetString(),
                    mark.GetProperty("count").GetInt32()));
        Assert.Equal([(1, 2, "NaN", 2), (4, 4, "Infinity", 1), (5, 5, "-Infinity", 1), (6, 6, "other", 1)], marks);
    }

    [Fact]
    public async Task Values_that_are_not_finite_are_texts_in_the_list()
    {
        var odd = (await _api.GetAsync("api/v1/lab/runs/1/metrics"))
            .EnumerateArray()
            .Single(metric => metric.GetProperty("name").GetString() == "odd");
        Assert.Equal((2, 2), (odd.GetProperty("nan").GetInt32(), odd.GetProperty("infinite").GetInt32()));
        Assert.Equal("x", odd.GetProperty("last").GetString());
    }

    [Fact]
    public async Task Every_axis_has_its_unit()
    {
        Assert.Equal([10, 13], Numbers(await SeriesAsync("odd?x=relative"), "x"));
        Assert.Equal([1795406410000, 1795406413000], Numbers(await SeriesAsync("odd?x=time"), "x"));
        Assert.Equal(
            [1795406410000, 1795406413000],
            Numbers(await SeriesAsync("odd?x=time&from=2026-11-23T04:00:11Z&to=2026-11-23T04:00:12Z"), "x"));
    }

    [Theory]
    [InlineData("train/loss", "train%2Floss")]
    [InlineData("train/loss", "train/loss")]
    [InlineData("train/loss", "train~2Floss")]
    [InlineData("", "~")]
    [InlineData("a%2Fb", "a%252Fb")]
    [InlineData("a~b", "a~b")]
    [InlineData("a~b", "a~7Eb")]
    [InlineData("..", "~2E.")]
    [InlineData("ü 🚀", "%C3%BC%20%F0%9F%9A%80")]
    public async Task A_metric_is_found_by_its_name_however_it_is_written(string name, string segment) =>
        Assert.Equal(name, (await SeriesAsync(segment)).GetProperty("name").GetString());

    [Fact]
    public async Task Every_listed_metric_answers_at_its_address()
    {
        var metrics = (await _api.GetAsync("api/v1/lab/runs/1/metrics")).EnumerateArray().ToList();
        Assert.Equal(9, metrics.Count);
        foreach (var metric in metrics)
        {
            var series = await _api.GetAsync(metric.GetProperty("url").GetString()!.TrimStart('/'));
            Assert.Equal(metric.GetProperty("name").GetString(), series.GetProperty("name").GetString());
            Assert.Equal(metric.GetProperty("count").GetInt32(), series.GetProperty("count").GetInt32());
        }
    }

    [Fact]
    public async Task With_a_width_an_answer_is_small_and_without_one_exact()
    {
        var all = await SeriesAsync("wave");
        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => Math.Sin(i / 100.0)), Numbers(all, "y"));
        Assert.False(all.GetProperty("reduced").GetBoolean());
        var some = await SeriesAsync("wave?columns=100");
        Assert.True(some.GetProperty("reduced").GetBoolean());
        Assert.InRange(Numbers(some, "x").Count, 200, 400);
        Assert.Equal(Numbers(all, "y").Max(), some.GetProperty("max").GetDouble());
        var window = await SeriesAsync("wave?columns=100&from=1000&to=1100");
        Assert.Equal(Enumerable.Range(999, 103).Select(i => (double)i), Numbers(window, "x"));
    }

    [Fact]
    public async Task Points_that_are_known_are_not_sent_again()
    {
        using var first = await _api.SendAsync("api/v1/lab/runs/1/metrics/wave?columns=100");
        using var second = await _api.SendAsync("api/v1/lab/runs/1/metrics/wave?columns=100", first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("x=2", "x")]
    [InlineData("xscale=loglog", "xscale")]
    [InlineData("from=a", "from")]
    [InlineData("from=2&to=1", "to")]
    [InlineData("xscale=log&from=0", "from")]
    [InlineData("columns=0", "columns")]
    [InlineData("rows=20001", "rows")]
    [InlineData("order=first", "order")]
    [InlineData("yscale=0", "yscale")]
    [InlineData("yrange=most", "yrange")]
    [InlineData("low=NaN", "low")]
    [InlineData("low=1&high=1", "high")]
    [InlineData("yscale=log&low=-1", "low")]
    [InlineData("smooth=ema:1", "smooth")]
    [InlineData("smooth=mean", "smooth")]
    public async Task A_parameter_that_cannot_be_read_is_named(string query, string parameter)
    {
        using var response = await _api.SendAsync("api/v1/lab/runs/1/metrics/wave?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Another_metric_is_an_x_axis()
    {
        var series = await SeriesAsync("odd?x=metric:wave");
        Assert.Equal([Math.Sin(0), Math.Sin(0.03)], Numbers(series, "x"));
        using var missing = await _api.SendAsync("api/v1/lab/runs/1/metrics/odd?x=metric:none");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_smoothed_curve_comes_beside_the_one_recorded()
    {
        var series = await SeriesAsync("wave?columns=100&smooth=mean:1001");
        var smoothed = series.GetProperty("smoothed");
        Assert.Equal(Numbers(smoothed, "x").Count, Numbers(smoothed, "y").Count);
        Assert.InRange(Numbers(smoothed, "y").Skip(10).SkipLast(10).Max(Math.Abs), 0.05, 0.3);
        Assert.Equal(Numbers(await SeriesAsync("wave?columns=100"), "y"), Numbers(series, "y"));
        Assert.Equal(JsonValueKind.Null, (await SeriesAsync("wave?columns=100")).GetProperty("smoothed").ValueKind);
    }

    [Fact]
    public async Task The_y_axis_is_named()
    {
        var series = await SeriesAsync("wave?columns=100");
        Assert.InRange(series.GetProperty("low").GetDouble(), -1.2, -1.01);
        Assert.InRange(series.GetProperty("high").GetDouble(), 1.01, 1.2);
        var part = await SeriesAsync("wave?columns=100&low=-0.5&high=0.5");
        Assert.Equal((-0.5, 0.5), (part.GetProperty("low").GetDouble(), part.GetProperty("high").GetDouble()));
        Assert.InRange(part.GetProperty("hidden").GetInt32(), 12_000, 14_000);
    }

    [Fact]
    public async Task What_a_logarithmic_axis_cannot_show_is_marked()
    {
        var series = await SeriesAsync("wave?columns=100&yscale=log&xscale=log");
        Assert.All(Numbers(series, "y"), y => Assert.True(y > 0));
        var marks = series.GetProperty("marks").EnumerateArray()
            .GroupBy(mark => mark.GetProperty("kind").GetString()!)
            .ToDictionary(kind => kind.Key, kind => kind.Sum(mark => mark.GetProperty("count").GetInt32()));
        Assert.Equal(1, marks["notPositiveX"]);
        Assert.Equal(Enumerable.Range(1, 19_999).Count(i => Math.Sin(i / 100.0) <= 0), marks["notPositive"]);
    }

    [Fact]
    public async Task A_caller_that_has_all_points_gets_none()
    {
        var all = await SeriesAsync("wave?columns=100&grow=true");
        var (from, to) = (all.GetProperty("from").GetDouble(), all.GetProperty("to").GetDouble());
        Assert.True(to > 20_500);
        var asked = $"wave?columns=100&grow=true&from={from}&to={to}&after=20000&version=";
        var tail = await SeriesAsync(asked + all.GetProperty("version").GetString());
        Assert.Empty(Numbers(tail, "x"));
        Assert.True(tail.GetProperty("tail").GetProperty("x").GetDouble() > 19_999);
        Assert.Equal(JsonValueKind.Null, (await SeriesAsync(asked + "other")).GetProperty("tail").ValueKind);
    }

    // In pieces, so what is written first must fit to what is written last.
    [Theory]
    [InlineData("wave", "")]
    [InlineData("wave", "&compact=true")]
    [InlineData("odd", "")]
    public async Task All_points_are_written_in_pieces_as_those_of_a_wide_chart_are_at_once(string metric, string query)
    {
        var (all, drawn) = (await SeriesAsync($"{metric}?rows=300{query}"), await SeriesAsync($"{metric}?columns=20000{query}"));
        Assert.Equal(drawn.GetRawText(), all.GetRawText());
    }

    [Fact]
    public async Task All_smoothed_points_are_written_too()
    {
        var smoothed = (await SeriesAsync("wave?smooth=mean:3")).GetProperty("smoothed");
        Assert.Equal(20_000, Numbers(smoothed, "x").Count);
        Assert.Equal((Math.Sin(0.04) + Math.Sin(0.05) + Math.Sin(0.06)) / 3, Numbers(smoothed, "y")[5], 1e-12);
    }

    [Fact]
    public void A_name_that_no_url_can_hold_has_an_address_all_the_same() => Assert.Equal("~EF~BF~BD", UrlSegment.Encode("\ud800"));

    private static List<double> Numbers(JsonElement series, string name) =>
        [.. series.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];

    private Task<JsonElement> SeriesAsync(string segmentAndQuery) => _api.GetAsync("api/v1/lab/runs/1/metrics/" + segmentAndQuery);
}
