using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Sacredboard.Tests.Web.Api;

namespace Sacredboard.Tests.Web.Curves;

public sealed class CurvesApiTests(CurvesBoard board) : IClassFixture<CurvesBoard>, IAsyncLifetime
{
    private const string Path = "api/v1/lab/curves";

    private readonly ApiClient _api = new(board.Board.Address);
    private readonly HttpClient _http = new() { BaseAddress = board.Board.Address };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _api.UntilLoadedAsync();

    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Each_curve_says_its_run_and_how_it_is_drawn()
    {
        var answer = await _api.GetAsync($"{Path}?ids=1&ids=2&metric=loss");

        Assert.Equal(["1 loss 2 solid", "2 loss 3 solid"], answer.GetProperty("curves").EnumerateArray().Select(curve =>
            $"{curve.GetProperty("run")} {curve.GetProperty("metric")} {curve.GetProperty("colour")} {curve.GetProperty("dash")}"));
        Assert.All(Curves(answer), curve => Assert.Equal(50, curve.GetProperty("x").GetArrayLength()));
        Assert.Equal((0, 49), (Number(answer, "from"), Number(answer, "to")));
        Assert.InRange(Number(answer, "low"), 0, 1.02);
        Assert.InRange(Number(answer, "high"), 3, 4);
        Assert.Empty(answer.GetProperty("notFound").EnumerateArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("&compact=true")]
    public async Task A_curve_is_the_one_that_the_metric_alone_gives(string more)
    {
        var alone = await _api.GetAsync($"api/v1/lab/runs/odd/metrics/loss?columns=1000{more}");
        var together = Assert.Single(Curves(await _api.GetAsync($"{Path}?ids=odd&metric=loss&columns=1000{more}")));

        foreach (var name in ApiClient.Names(alone))
        {
            Assert.Equal($"{name} {alone.GetProperty(name)}", $"{name} {together.GetProperty(name)}");
        }
    }

    [Fact]
    public async Task The_window_holds_all_points_of_all_curves()
    {
        var answer = await _api.GetAsync($"{Path}?ids=1&ids=long&ids=resumed&metric=loss&columns=100");

        Assert.Equal((0, 29_999), (Number(answer, "from"), Number(answer, "to")));
        Assert.All(Curves(answer), curve => Assert.Equal((0, 29_999), (Number(curve, "from"), Number(curve, "to"))));
        var reduced = Curves(answer).Single(curve => curve.GetProperty("run").GetString() == "long");
        Assert.InRange(reduced.GetProperty("x").GetArrayLength(), 200, 400);
    }

    [Fact]
    public async Task What_is_not_there_is_listed()
    {
        var answer = await _api.GetAsync($"{Path}?ids=1&ids=99&ids=~zz&ids=nobody:4&metric=loss&metric=gain");

        Assert.Equal("1 loss", Assert.Single(Curves(answer).Select(curve => $"{curve.GetProperty("run")} {curve.GetProperty("metric")}")));
        Assert.Equal(
            ["~zz loss", "~zz gain", "1 gain", "99 loss", "99 gain", "nobody~3A4 loss", "nobody~3A4 gain"],
            answer.GetProperty("notFound").EnumerateArray().Select(one => $"{one.GetProperty("run")} {one.GetProperty("metric")}"));
    }

    [Fact]
    public async Task Without_ids_the_runs_are_those_of_a_query()
    {
        var answer = await _api.GetAsync($"{Path}?q=lr+%3D+0.2&metric=loss&sort=seed");
        Assert.Equal(["4", "5", "6"], Curves(answer).Select(curve => curve.GetProperty("run").GetString()));
        var problem = await _api.AssertProblemAsync($"{Path}?q=lr+<&metric=loss", HttpStatusCode.BadRequest);
        Assert.Equal("q", problem.GetProperty("parameter").GetString());
    }

    [Theory]
    [InlineData("metric", "ids=1")]
    [InlineData("x", "ids=1&metric=loss&x=sideways")]
    [InlineData("from", "ids=1&metric=loss&from=left")]
    [InlineData("to", "ids=1&metric=loss&from=4&to=3")]
    [InlineData("columns", "ids=1&metric=loss&columns=0")]
    public async Task A_parameter_that_cannot_be_read_is_named(string parameter, string query)
    {
        var problem = await _api.AssertProblemAsync($"{Path}?{query}", HttpStatusCode.BadRequest);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Curves_that_are_known_are_not_sent_again()
    {
        using var first = await _api.SendAsync($"{Path}?ids=1&ids=2&metric=loss");
        using var second = await _api.SendAsync($"{Path}?ids=1&ids=2&metric=loss", first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using var others = await _api.SendAsync($"{Path}?ids=1&ids=3&metric=loss", first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, others.StatusCode);
    }

    [Fact]
    public async Task A_body_asks_the_same_as_an_address()
    {
        var asked = await _api.GetAsync($"{Path}?ids=1&ids=odd&metric=loss&columns=300&from=1");
        var body = new { ids = new object[] { 1, "odd" }, metric = "loss", columns = 300, from = 1 };
        using var answer = await _http.PostAsJsonAsync(Path, body, Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(asked.GetRawText(), (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetRawText());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{\"ids\": [[1]], \"metric\": \"loss\"}")]
    [InlineData("{\"ids\": {\"$gt\": \"\"}, \"metric\": \"loss\"}")]
    [InlineData("{\"ids\": [1]}")]
    [InlineData("{\"ids\": [1")]
    public async Task A_body_that_asks_nothing_is_refused(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(Path, content, Token);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_body_has_a_bound()
    {
        using var answer = await _http.PostAsJsonAsync(Path, new { ids = Enumerable.Range(0, 100_000), metric = "loss" }, Token);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Hostile_names_are_names()
    {
        const string Names = """{"ids": ["odd", "\ud800", "<b>"], "metric": ["<b>&\u202e", "\ud800", "$where"]}""";
        using var body = new StringContent(Names, Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(Path, body, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var curves = Curves(await answer.Content.ReadFromJsonAsync<JsonElement>(Token));
        Assert.Contains("<b>&\u202e", curves.Select(curve => curve.GetProperty("metric").GetString()));
    }

    [Fact]
    public async Task More_runs_than_500_are_counted()
    {
        using var answer = await _http.PostAsJsonAsync(Path, new { ids = Enumerable.Range(1, 600), metric = "loss" }, Token);
        Assert.Equal(100, (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("left").GetInt32());
    }

    [Fact]
    public async Task Groups_are_means_and_bands_of_all_points_of_their_runs()
    {
        var answer = await _api.GetAsync($"{Path}?ids=1,2,3,4,5&group=config-without-seed&metric=loss");
        var groups = answer.GetProperty("groups").EnumerateArray().ToList();

        Assert.Empty(Curves(answer));
        Assert.Equal(["lr=0.1", "lr=0.2"], groups.Select(group => group.GetProperty("name").GetString()));
        Assert.Equal(["[\"1\",\"2\",\"3\"]", "[\"4\",\"5\"]"], groups.Select(group => group.GetProperty("runs").GetRawText()));
        Assert.Equal(["{\"lr\":0.1}", "{\"lr\":0.2}"], groups.Select(group => group.GetProperty("values").GetRawText()));
        // The runs lie one above the other, 1 apart.
        Assert.Equal(3, groups[0].GetProperty("mid")[0].GetDouble(), 1e-12);
        Assert.Equal((2, 4), (groups[0].GetProperty("low")[0].GetDouble(), groups[0].GetProperty("high")[0].GetDouble()));
        Assert.All(groups[0].GetProperty("n").EnumerateArray(), n => Assert.Equal(3, n.GetInt32()));
        Assert.InRange(Number(answer, "low"), 0, 2);
        Assert.InRange(Number(answer, "high"), 5.5, 7);
    }

    [Theory]
    [InlineData("mid=median&band=range", 3, 2.0, 4.0)]
    [InlineData("band=quartiles", 3, 2.5, 3.5)]
    [InlineData("band=none", 3, null, null)]
    public async Task The_line_and_the_band_can_be_chosen(string choice, double mid, double? low, double? high)
    {
        var group = (await _api.GetAsync($"{Path}?ids=1,2,3&group=lr&metric=loss&{choice}")).GetProperty("groups")[0];
        Assert.Equal(mid, group.GetProperty("mid")[0].GetDouble(), 1e-12);
        Assert.Equal(low, group.GetProperty("low").EnumerateArray().Select(edge => (double?)edge.GetDouble()).FirstOrDefault());
        Assert.Equal(high, group.GetProperty("high").EnumerateArray().Select(edge => (double?)edge.GetDouble()).FirstOrDefault());
    }

    [Theory]
    [InlineData("mid", "mode")]
    [InlineData("band", "wide")]
    [InlineData("missing", "never")]
    [InlineData("group", "a..b")]
    [InlineData("order", "sideways")]
    public async Task Choices_that_are_none_are_refused(string parameter, string value)
    {
        var problem = await _api.AssertProblemAsync($"{Path}?ids=1&metric=loss&{parameter}={value}", HttpStatusCode.BadRequest);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task A_resumed_run_is_drawn_as_asked_for()
    {
        var asked = $"{Path}?ids=resumed&metric=loss";
        Assert.Equal(5, Curves(await _api.GetAsync(asked + "&order=recorded"))[0].GetProperty("x").GetArrayLength());
        Assert.Equal(3, Curves(await _api.GetAsync(asked))[0].GetProperty("x").GetArrayLength());
    }

    private static List<JsonElement> Curves(JsonElement answer) => [.. answer.GetProperty("curves").EnumerateArray()];

    private static double Number(JsonElement json, string name) => json.GetProperty(name).GetDouble();
}
