using System.Net;
using System.Text.Json;
using Sacredboard.Tests.Data.Stores;
using Sacredboard.Tests.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Api;

/// <summary>Hostile databases and requests.</summary>
[Trait("Kind", "Mongo")]
public sealed class HostileApiTests(CorpusBoard corpus, SamplesBoard samples) : IClassFixture<CorpusBoard>
{
    private static readonly string[] Addresses =
    [
        "runs?q={0}", "runs?status={0}", "runs?sort={0}", "runs?columns={0}", "runs?skip={0}", "runs?take={0}", "runs/{0}",
        "runs/19?decoded={0}",
        "runs/19/output?from={0}", "runs/19/output?max={0}", "runs/19/output?tail={0}", "runs/19/metrics/{0}",
        "runs/19/metrics/training.loss?x={0}",
        "runs/19/metrics/training.loss?from={0}", "runs/19/metrics/training.loss?to={0}", "runs/19/metrics/training.loss?columns={0}",
        "{0}/runs",
    ];

    private static readonly string[] Parts =
    [
        "0", "-1", "9223372036854775808", "1e999", "NaN", "\"", "'", "\\", ".", "..", "/", "[", "]", "[0]", ",", "-", "~", "~7", "~t1",
        "$where", "{", "}",
        "config", "status", "\0", "\n", "<script>", "%", "%2", "%00", "é", "🚀", "\u202e", " ", "&", "=", "#", "a", "__proto__", "*", "(",
        "(((",
    ];

    [Fact]
    public async Task No_request_is_ever_answered_with_500()
    {
        using var api = new ApiClient(samples.Address);
        await api.UntilLoadedAsync();
        var random = new Random(20261123);
        for (var i = 0; i < 1500; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Parts[random.Next(Parts.Length)]));
            var written = random.Next(5) == 0
                ? text.Replace("\0", "").Replace("\n", "").Replace("#", "").Replace(" ", "+")
                : Uri.EscapeDataString(text);
            var path = "api/v1/samples/" + string.Format(Addresses[random.Next(Addresses.Length)], written);
            using var response = await api.SendAsync(path);
            Assert.True((int)response.StatusCode is 200 or 400 or 404, $"{path}: {(int)response.StatusCode}");
        }
    }

    [Fact]
    public async Task Every_run_of_the_recorded_database_answers_everything()
    {
        var board = await corpus.OpenAsync();
        using var api = new ApiClient(board.Address);
        await api.UntilLoadedAsync();
        var runs = (await api.GetAsync("api/v1/lab/runs?take=10000&sort=-result,config.lr&columns=config,info,host.ENV,result"))
            .GetProperty("runs")
            .EnumerateArray()
            .ToList();
        Assert.Equal(ExpectedRun.Load("mongo.json", "runs").Count, runs.Count);
        Assert.Equal(runs.Count, runs.Select(run => run.GetProperty("id").GetString()).Distinct().Count());
        foreach (var run in runs)
        {
            var id = run.GetProperty("id").GetString()!;
            var whole = await api.GetAsync($"api/v1/lab/runs/{id}");
            Assert.Equal(id, whole.GetProperty("id").GetString());
            Assert.Equal(run.GetProperty("storedId").GetRawText(), whole.GetProperty("storedId").GetRawText());
            await api.GetAsync($"api/v1/lab/runs/{id}?decoded=true");
            await EverythingOfAsync(api, $"api/v1/lab/runs/{id}");
        }
    }

    [Fact]
    public async Task Ids_of_all_types_are_told_apart()
    {
        var board = await corpus.OpenAsync();
        using var api = new ApiClient(board.Address);
        await api.UntilLoadedAsync();
        var stored = (await api.GetAsync("api/v1/lab/runs?take=10000")).GetProperty("runs").EnumerateArray()
            .Select(run => run.GetProperty("storedId"))
                .Select(id => id.ValueKind == JsonValueKind.Object ? ApiClient.Names(id).Single() : id.ValueKind.ToString())
                .Distinct();
        Assert.Equal(["$oid", "$uuid", "Null", "Number", "String"], stored.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_database_that_is_away_is_unavailable_since_some_time()
    {
        await using var board = Board.OnMongo(
            $"mongodb://127.0.0.1:{ServerProcess.FreePort()}/sacred?serverSelectionTimeoutMS=300&connectTimeoutMS=300");
        using var api = new ApiClient(board.Address);
        await api.UntilLoadedAsync();
        foreach (var path in (string[])["runs", "runs/1", "runs/1/output", "runs/1/metrics", "runs/1/metrics/loss", "runs/1/files"])
        {
            var problem = await api.AssertProblemAsync("api/v1/lab/" + path, HttpStatusCode.ServiceUnavailable);
            Assert.True(problem.GetProperty("since").GetDateTime().Year > 2000);
            Assert.NotEqual("", problem.GetProperty("detail").GetString());
        }
    }

    private static async Task EverythingOfAsync(ApiClient api, string run)
    {
        foreach (var metric in (await api.GetAsync(run + "/metrics")).EnumerateArray())
        {
            var url = metric.GetProperty("url").GetString()!.TrimStart('/');
            var series = await api.GetAsync(url);
            Assert.Equal(metric.GetProperty("count").GetInt32(), series.GetProperty("count").GetInt32());
            Assert.Equal(series.GetProperty("x").GetArrayLength(), series.GetProperty("y").GetArrayLength());
            await api.GetAsync(url + "?x=relative&columns=10");
            await api.GetAsync(url + "?x=time&columns=10");
        }

        await api.GetAsync(run + "/files");
        using var output = await api.SendAsync(run + "/output?tail=100");
        Assert.Equal(HttpStatusCode.OK, output.StatusCode);
    }
}
