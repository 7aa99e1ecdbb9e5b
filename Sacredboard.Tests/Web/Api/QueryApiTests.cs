using System.Net;
using System.Text.Json;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Api;

/// <summary>The query language in the API, which is the same as on the pages.</summary>
public sealed class QueryApiTests(SamplesBoard board) : IAsyncLifetime
{
    private const string Runs = "api/v1/samples/runs";

    private readonly ApiClient _api = new(board.Address);

    public async ValueTask InitializeAsync() => await _api.UntilLoadedAsync();

    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Runs_are_found_by_a_query()
    {
        var list = await GetAsync("optimizer.lr = 0.3 and model.hidden = 64 and status = completed", "&sort=-id&take=2");

        Assert.Equal(3, list.GetProperty("matched").GetInt32());
        Assert.Equal(["18", "17"], list.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("id").GetString()));
        Assert.Empty(list.GetProperty("notes").EnumerateArray());
    }

    [Fact]
    public async Task Notes_say_how_a_query_was_read()
    {
        var note = Assert.Single((await GetAsync("id = 1 or lr = 0.3", "")).GetProperty("notes").EnumerateArray());

        Assert.Equal(
            (10, 2, "lr is taken from optimizer.lr"),
            (note.GetProperty("position").GetInt32(), note.GetProperty("length").GetInt32(), note.GetProperty("message").GetString()));
    }

    [Theory]
    [InlineData("lr <", 4, 0)]
    [InlineData("lr = 1 and (", 12, 0)]
    [InlineData("captured_out ~ x", 0, 12)]
    public async Task An_invalid_query_is_a_bad_request_with_the_position_of_the_error(string query, int position, int length)
    {
        var problem = await _api.AssertProblemAsync($"{Runs}?q={Uri.EscapeDataString(query)}", HttpStatusCode.BadRequest);

        Assert.Equal("q", problem.GetProperty("parameter").GetString());
        Assert.Equal((position, length), (problem.GetProperty("position").GetInt32(), problem.GetProperty("length").GetInt32()));
        Assert.EndsWith(".", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4001, 0)]
    [InlineData(1, 60)]
    public async Task A_query_that_is_too_long_or_too_deep_is_a_bad_request(int length, int depth)
    {
        var query = new string('(', depth) + new string('x', length) + new string(')', depth);

        var problem = await _api.AssertProblemAsync($"{Runs}?q={query}", HttpStatusCode.BadRequest);

        Assert.Equal("q", problem.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Columns_are_written_as_on_the_pages_and_named_as_there()
    {
        var run = (await GetAsync("id = 39", "&columns=optimizer.lr~e2,model.hidden~%22units%22~bar,config.seed"))
            .GetProperty("runs")[0]
            .GetProperty("values");

        Assert.Equal(["optimizer.lr", "units", "config.seed"], ApiClient.Names(run));
        Assert.Equal((0.05, 128), (run.GetProperty("optimizer.lr").GetDouble(), run.GetProperty("units").GetInt32()));
    }

    [Theory]
    [InlineData("lr,x~zz", 3)]
    [InlineData("lr,a..b", 5)]
    public async Task A_column_that_cannot_be_read_is_a_bad_request(string columns, int position)
    {
        var problem = await _api.AssertProblemAsync($"{Runs}?columns={columns}", HttpStatusCode.BadRequest);

        Assert.Equal(("columns", position), (problem.GetProperty("parameter").GetString(), problem.GetProperty("position").GetInt32()));
    }

    [Fact]
    public async Task Metrics_are_columns_too_and_their_progress_is_reported()
    {
        JsonElement list;
        do
        {
            list = await GetAsync("max(validation.accuracy) > 0.97", "&sort=-max(validation.accuracy)&columns=max(validation.accuracy)");
        }
        while (list.GetProperty("summaries")
            .EnumerateArray()
            .Any(summary => summary.GetProperty("known").GetInt32() < summary.GetProperty("total").GetInt32()));

        var best = list.GetProperty("runs")
            .EnumerateArray()
            .Select(run => run.GetProperty("values").GetProperty("max(validation.accuracy)").GetDouble())
            .ToList();
        Assert.NotEmpty(best);
        Assert.Equal(best.OrderDescending(), best);
        Assert.All(best, value => Assert.True(value > 0.97));
    }

    [Fact]
    public async Task An_answer_that_depends_on_the_time_is_never_not_modified()
    {
        using var fixedTime = await _api.SendAsync($"{Runs}?q=lr%3D1");
        using var relative = await _api.SendAsync($"{Runs}?q=started%3E-7d");

        Assert.NotNull(fixedTime.Headers.ETag);
        Assert.Null(relative.Headers.ETag);
    }

    private Task<JsonElement> GetAsync(string query, string rest) => _api.GetAsync($"{Runs}?q={Uri.EscapeDataString(query)}{rest}");
}
