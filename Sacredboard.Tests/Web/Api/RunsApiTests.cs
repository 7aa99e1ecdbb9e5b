using System.Net;
using System.Text.Json;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Api;

public sealed class RunsApiTests(SamplesBoard board) : IAsyncLifetime
{
    private const string Runs = "api/v1/samples/runs";

    private static readonly string[] ListedNames =
    [
        "id", "storedId", "experiment", "folder", "command", "status", "storedStatus", "queued", "started", "stopped", "heartbeat", "durationSeconds",
        "host", "result", "comment", "tags", "failure",
    ];

    private readonly ApiClient _api = new(board.Address);

    public async ValueTask InitializeAsync() => await _api.UntilLoadedAsync();

    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_names_that_scripts_depend_on_are_there()
    {
        var source = (await _api.GetAsync("api/v1/sources"))[0];
        Assert.Empty(new[] { "name", "kind", "place", "state", "total", "loaded", "asOf", "message",
            "capabilities" }.Except(ApiClient.Names(source)));
        var list = await _api.GetAsync(Runs);
        Assert.Equal(["total", "matched", "version", "notes", "state", "summaries", "runs"], ApiClient.Names(list));
        Assert.Equal([.. ListedNames, "values"], ApiClient.Names(list.GetProperty("runs")[0]));
        Assert.Empty(ListedNames.Concat(["config", "info", "meta", "hostInfo", "experimentInfo", "failTrace", "outputLength", "notes"])
            .Except(ApiClient.Names(await _api.GetAsync(Runs + "/19"))));
        Assert.Empty(new[] { "name", "count", "firstStep", "lastStep", "first", "last", "min", "max", "nan", "infinite" }
            .Except(ApiClient.Names((await _api.GetAsync(Runs + "/19/metrics"))[0])));
        Assert.Empty(new[] { "name", "count", "from", "to", "x", "y", "marks" }
            .Except(ApiClient.Names(await _api.GetAsync(Runs + "/19/metrics/training.loss"))));
        Assert.Empty(new[] { "id", "kind", "name", "size", "md5", "contentType", "available", "url" }
            .Except(ApiClient.Names((await _api.GetAsync(Runs + "/19/files"))[0])));
    }

    [Fact]
    public async Task Runs_are_sorted_by_a_config_key_and_given_in_parts()
    {
        var all = await RatesAsync("?sort=optimizer.lr&columns=optimizer.lr&take=1000");
        Assert.Equal(42, all.Count);
        Assert.Equal(all.OrderBy(rate => rate ?? double.MaxValue), all);
        Assert.Equal(all.Skip(10).Take(5), await RatesAsync("?sort=optimizer.lr&columns=optimizer.lr&skip=10&take=5"));
        Assert.Equal(
            all.OrderByDescending(rate => rate ?? double.MinValue),
            await RatesAsync("?sort=-optimizer.lr&columns=optimizer.lr&take=1000"));
    }

    [Fact]
    public async Task Only_runs_of_the_statuses_asked_for_are_given()
    {
        var list = await _api.GetAsync(Runs + "?status=FAILED&status=INTERRUPTED");
        var statuses = list.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("status").GetString()).ToList();
        Assert.NotEmpty(statuses);
        Assert.All(statuses, status => Assert.Contains(status, (string[])["FAILED", "INTERRUPTED"]));
        Assert.Equal(statuses.Count, list.GetProperty("matched").GetInt32());
        Assert.Equal(42, list.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Columns_have_the_requested_names_and_are_null_where_missing()
    {
        var values = (await _api.GetAsync(Runs + "?status=COMPLETED&take=1&columns=config.optimizer.lr,nothing,duration,status,\"a,b\""))
            .GetProperty("runs")[0]
            .GetProperty("values");
        Assert.Equal(["config.optimizer.lr", "nothing", "duration", "status", "\"a,b\""], ApiClient.Names(values));
        Assert.Equal(JsonValueKind.Null, values.GetProperty("nothing").ValueKind);
        Assert.Equal(JsonValueKind.Number, values.GetProperty("duration").ValueKind);
    }

    [Fact]
    public async Task An_answer_that_is_known_is_not_sent_again()
    {
        using var first = await _api.SendAsync(Runs);
        var tag = first.Headers.ETag!.ToString();
        using var second = await _api.SendAsync(Runs, tag);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(ApiClient.Token));
        using var third = await _api.SendAsync(Runs, "W/\"another\"");
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Theory]
    [InlineData("?sort=lr,,x", "sort", 3)]
    [InlineData("?columns=model.", "columns", 6)]
    [InlineData("?skip=-1", "skip", null)]
    [InlineData("?take=10001", "take", null)]
    public async Task Invalid_parameters_are_reported_with_the_position_of_the_error(string query, string parameter, int? position)
    {
        var problem = await _api.AssertProblemAsync(Runs + query, HttpStatusCode.BadRequest);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        var place = problem.GetProperty("position");
        Assert.Equal(position, place.ValueKind == JsonValueKind.Null ? null : place.GetInt32());
    }

    [Theory]
    [InlineData("?take=many")]
    [InlineData("/19?decoded=perhaps")]
    [InlineData("/19/output?from=-1")]
    [InlineData("/19/output?from=1&tail=2")]
    [InlineData("/19/metrics/training.loss?x=epoch")]
    [InlineData("/19/metrics/training.loss?x=1")]
    [InlineData("/19/metrics/training.loss?columns=0")]
    [InlineData("/19/metrics/training.loss?from=2&to=1")]
    [InlineData("/19/metrics/training.loss?from=NaN")]
    [InlineData("/19/metrics/training.loss?to=soon")]
    public async Task A_parameter_of_the_wrong_kind_is_a_bad_request(string path)
    {
        var problem = await _api.AssertProblemAsync(Runs + path, HttpStatusCode.BadRequest);

        var name = path.Split('?', '&')[^1].Split('=')[0];
        Assert.Contains($"\"{name}\"", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api/v1/none/runs")]
    [InlineData("api/v1/samples/runs/999999")]
    [InlineData("api/v1/samples/runs/~zz")]
    [InlineData("api/v1/samples/runs/..%2F19")]
    [InlineData("api/v1/samples/runs/999999/output")]
    [InlineData("api/v1/samples/runs/999999/metrics")]
    [InlineData("api/v1/samples/runs/999999/metrics/x")]
    [InlineData("api/v1/samples/runs/999999/files")]
    [InlineData("api/v1/samples/runs/19/metrics/no.such")]
    [InlineData("api/v1/samples/none")]
    [InlineData("api/v2")]
    public Task Missing_runs_are_not_found(string path) => _api.AssertProblemAsync(path, HttpStatusCode.NotFound);

    [Fact]
    public async Task Output_is_given_from_any_place()
    {
        var (all, length) = await OutputAsync("");
        Assert.Equal(length, all.Length);
        Assert.Equal((all[10..], length), await OutputAsync("?from=10"));
        Assert.Equal((all[10..15], length), await OutputAsync("?from=10&max=5"));
        Assert.Equal((all[^7..], length), await OutputAsync("?tail=7"));
        Assert.Equal(("", length), await OutputAsync($"?from={length + 100}"));
        Assert.Equal(length, (await _api.GetAsync(Runs + "/19")).GetProperty("outputLength").GetInt32());
    }

    [Fact]
    public async Task Every_listed_file_can_be_fetched()
    {
        var files = (await _api.GetAsync(Runs + "/19/files")).EnumerateArray().ToList();
        Assert.NotEmpty(files);
        foreach (var file in files.Where(file => file.GetProperty("available").GetBoolean()))
        {
            using var response = await _api.SendAsync(file.GetProperty("url").GetString()!.TrimStart('/'));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(file.GetProperty("size").GetInt64(), (await response.Content.ReadAsByteArrayAsync(ApiClient.Token)).Length);
        }
    }

    private async Task<List<double?>> RatesAsync(string query) =>
        [.. (await _api.GetAsync(Runs + query)).GetProperty("runs").EnumerateArray()
            .Select(run => run.GetProperty("values").GetProperty("optimizer.lr"))
                .Select(rate => rate.ValueKind == JsonValueKind.Null ? (double?)null : rate.GetDouble())];

    private async Task<(string Text, int Length)> OutputAsync(string query)
    {
        using var response = await _api.SendAsync($"{Runs}/19/output{query}");
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return (
            await response.Content.ReadAsStringAsync(ApiClient.Token),
            int.Parse(response.Headers.GetValues("X-Output-Length").Single()));
    }
}
