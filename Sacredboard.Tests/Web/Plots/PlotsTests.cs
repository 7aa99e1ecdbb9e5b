using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.Api;
using Sacredboard.Tests.Web.Curves;
using Sacredboard.Tests.Web.RunPage;
using Sacredboard.Web.Models.Api;

namespace Sacredboard.Tests.Web.Plots;

/// <summary>The values of a plot, and the query of what is chosen in it.</summary>
public sealed class PlotsTests(CurvesBoard board) : IClassFixture<CurvesBoard>, IAsyncLifetime
{
    private readonly ApiClient _api = new(board.Board.Address);
    private readonly RunPageClient _pages = new(board.Board, "lab");

    public async ValueTask InitializeAsync() => await board.Board.LoadedAsync();

    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        _pages.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Values_come_column_by_column_and_wait_for_metrics()
    {
        var values = await GetAsync("values?q=lr+%3C+0.3&sort=seed&columns=lr,min(loss),status&front=lower,lower");

        Assert.Equal(["1", "2", "3", "4", "5", "6"], Texts(values.GetProperty("ids")));
        var columns = values.GetProperty("columns").EnumerateArray().ToList();
        Assert.Equal(["number", "number", "category"], columns.Select(column => column.GetProperty("kind").GetString()));
        Assert.Equal([0.1, 0.1, 0.1, 0.2, 0.2, 0.2], columns[0].GetProperty("numbers").EnumerateArray().Select(one => one.GetDouble()));
        Assert.Equal(1.02, columns[1].GetProperty("numbers")[0].GetDouble());
        Assert.Equal(["COMPLETED"], Texts(columns[2].GetProperty("texts")));
        Assert.Equal([0], values.GetProperty("front").EnumerateArray().Select(one => one.GetInt32()));
    }

    [Fact]
    public async Task Numbers_for_so_many_pixels_are_shorter_and_stay_in_place()
    {
        var (exact, rounded) = (await NumbersAsync("values?columns=mean(loss)"), await NumbersAsync("values?columns=mean(loss)&pixels=10000"));
        var (low, high) = (exact.Min(), exact.Max());

        Assert.NotEqual(exact, rounded);
        Assert.Equal(exact.Select(Pixel), rounded.Select(Pixel));

        int Pixel(double number) => (int)Math.Floor((number - low) / (high - low) * 10_000);
    }

    [Fact]
    public async Task Ids_that_count_come_as_steps_when_that_is_asked_for()
    {
        var values = await GetAsync("values?q=lr+%3C+0.3&sort=seed&columns=lr&compact=true");
        var odd = await GetAsync("values?ids=4,odd&columns=lr&compact=true");

        Assert.Equal("[[1,1,6]]", values.GetProperty("idSteps").GetRawText());
        Assert.Equal(0, values.GetProperty("ids").GetArrayLength());
        Assert.Equal(["4", "odd"], Texts(odd.GetProperty("ids")));
        Assert.Equal(0, odd.GetProperty("idSteps").GetArrayLength());
    }

    [Theory]
    [InlineData("")]
    [InlineData("5", "5,1,1")]
    [InlineData("2,1,0", "2,-1,3")]
    [InlineData("3,2,01")]
    [InlineData("3,2,~t1")]
    [InlineData("9,8,7,3,2,1", "9,-1,3", "3,-1,3")]
    [InlineData("1,2,4,8,16,32,64")] // no shorter
    [InlineData("9007199254740991,9007199254740990,9007199254740989", "9007199254740991,-1,3")]
    [InlineData("9007199254740992,9007199254740991,9007199254740990")] // not exact in JavaScript
    public void Whole_ids_are_written_as_steps_where_that_is_shorter(string ids, params string[] expected)
    {
        var steps = IdSteps.Of(ids.Split(',', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(expected, (steps ?? []).Select(step => string.Join(',', step)));
        Assert.Equal(expected.Length == 0 && ids.Length > 0, steps is null);
    }

    [Fact]
    public async Task The_values_are_asked_for_by_a_header_of_the_page_whatever_the_fields_are_called()
    {
        using var answer = await _pages.SendAsync($"/lab/compare?all=true&tab=scatter&plotx={Uri.EscapeDataString("\"größe, <λ>\"")}");
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"<{page.QuerySelector("[data-plot]")!.GetAttribute("data-values")}>; rel=preload; as=fetch; crossorigin", answer.Headers.GetValues("Link").Single());
    }

    [Fact]
    public async Task Named_runs_are_given_and_what_is_none_is_named()
    {
        var values = await GetAsync("values?ids=4,odd,99,~zz&columns=note,nothing");

        Assert.Equal(["4", "odd"], Texts(values.GetProperty("ids")));
        Assert.Equal(["99", "~zz"], Texts(values.GetProperty("notFound")));
        Assert.Equal(["<script>alert(1)</script>"], Texts(values.GetProperty("columns")[0].GetProperty("texts")));
        Assert.Equal(2, values.GetProperty("columns")[1].GetProperty("missing").GetInt32());
        Assert.Equal(8, (await GetAsync("values?take=2")).GetProperty("left").GetInt32());
    }

    [Theory]
    [InlineData("columns=a..b", "columns")]
    [InlineData("take=100001", "take")]
    [InlineData("pixels=0", "pixels")]
    [InlineData("front=up,down", "front")]
    [InlineData("q=lr+%3C", "q")]
    public async Task What_cannot_be_read_is_refused_by_name(string query, string parameter)
    {
        var problem = await _api.AssertProblemAsync($"api/v1/lab/values?{query}", HttpStatusCode.BadRequest);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task A_choice_is_a_query_with_links_that_find_the_runs()
    {
        var chosen = await _api.GetAsync("lab/compare/selection?all=true&tab=scatter&ploty=seed&field=lr&low=0.15&high=0.2&axis=&field=seed&low=5&high=9&axis=");

        Assert.Equal(("lr >= 0.2 and lr <= 0.2 and seed >= 5 and seed <= 6", 2), (chosen.GetProperty("query").GetString(), chosen.GetProperty("count").GetInt32()));
        var table = await _pages.ReadAsync(chosen.GetProperty("tableUrl").GetString()!);
        Assert.Equal(["5", "6"], table.QuerySelectorAll("[data-rows] > [data-run]").Select(row => row.GetAttribute("data-run")).Order());
        var plot = await _pages.ReadAsync(chosen.GetProperty("plotUrl").GetString()!);
        Assert.Equal("Compare 2 runs", plot.QuerySelector("h1")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("field=lr&low=1", HttpStatusCode.BadRequest)]
    [InlineData("field=a..b&low=1&high=2", HttpStatusCode.BadRequest)]
    [InlineData("field=lr&low=x&high=2", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("q=lr+%3C&field=lr&low=1&high=2", HttpStatusCode.BadRequest)]
    [InlineData("field=note&low=0&high=0&axis=abc", HttpStatusCode.Conflict)]
    public async Task A_choice_that_cannot_be_read_or_is_outdated_is_refused(string ranges, HttpStatusCode expected) =>
        await _api.AssertProblemAsync($"lab/compare/selection?all=true&{ranges}", expected);

    [Fact]
    public async Task The_page_chooses_fields_by_what_the_runs_have()
    {
        var page = await ReadAsync("all=true&tab=scatter");
        var plot = page.QuerySelector("[data-plot=scatter]")!;
        Assert.Equal(("lr", "last(loss)", "/api/v1/lab/values?columns=lr,last(loss)&take=100000&pixels=10000&compact=true"), (plot.GetAttribute("data-x"), plot.GetAttribute("data-y"), plot.GetAttribute("data-values")));
        Assert.Contains("min(loss)", page.QuerySelectorAll("#plot-fields option").Select(option => option.GetAttribute("value")));

        var lines = (await ReadAsync("all=true&tab=parallel")).QuerySelector("[data-plot=parallel]")!;
        Assert.EndsWith(",\"last(loss)\"]", lines.GetAttribute("data-axes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Odd_fields_are_named_or_kept_as_they_are()
    {
        var page = await ReadAsync("ids=1,odd&tab=scatter&plotx=a..b&ploty=%22%3Cb%3E%22&color=nothing&plotxscale=round&front=true");
        Assert.Equal(["plotx", "plotxscale"], page.QuerySelectorAll("li[data-problem]").Select(problem => problem.GetAttribute("data-problem")).Order());
        Assert.Equal("\"<b>\"", page.QuerySelector("[data-plot]")!.GetAttribute("data-y"));
        Assert.EndsWith("&front=lower,lower", page.QuerySelector("[data-plot]")!.GetAttribute("data-values"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("figure b"));
    }

    private static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(one => one.GetString());

    private async Task<List<double>> NumbersAsync(string query) =>
        [.. (await GetAsync(query)).GetProperty("columns")[0].GetProperty("numbers").EnumerateArray()
            .Where(number => number.ValueKind == JsonValueKind.Number).Select(number => number.GetDouble())];

    private Task<JsonElement> GetAsync(string path) => _api.GetAsync($"api/v1/lab/{path}");

    private Task<AngleSharp.Html.Dom.IHtmlDocument> ReadAsync(string query) => _pages.ReadAsync($"/lab/compare?{query}");
}
