using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Table;

/// <summary>What answers scripts waits for the statistics of metrics that it depends on.</summary>
public sealed class TableWaitTests(SamplesBoard samples) : IClassFixture<SamplesBoard>, IAsyncLifetime
{
    private readonly MemoryRunStore _store = new() { BatchSize = 2 };
    private readonly HttpClient _http = new();
    private Board? _board;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private IReadOnlyList<QueryEndpoint> ForScripts => QueryEndpoint.ForScripts(samples, "lab");

    // The columns of curves are pixels, and a comparison has none.
    private static bool HasColumns(QueryEndpoint endpoint) =>
        !endpoint.Path.Contains("/curves", StringComparison.Ordinal) && !endpoint.Path.Contains("/compare", StringComparison.Ordinal);

    public async ValueTask InitializeAsync()
    {
        _store.Put([.. Enumerable.Range(1, 4).Select(TestRuns.Run)]);
        _board = Board.OnStore(_store);
        _http.BaseAddress = _board.Address;
        await _board.LoadedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _board!.DisposeAsync();
    }

    [Theory]
    [InlineData("q=min(NAME)%20%3C%200.4")]
    [InlineData("sort=min(NAME)")]
    [InlineData("columns=min(NAME)")]
    public async Task The_first_answer_has_all_runs(string parameters)
    {
        foreach (var (i, endpoint) in ForScripts.Where(endpoint => !parameters.StartsWith("columns", StringComparison.Ordinal) || HasColumns(endpoint)).Index())
        {
            var name = $"loss{i}";
            _store.Metrics[(RunId.Of(1), name)] = [0.25];
            _store.HoldStatistics();
            var address = endpoint.With(parameters.Replace("NAME", name, StringComparison.Ordinal));
            var asked = _http.GetAsync(address, Cancelled);
            await UntilAskedForAsync(name, asked);
            _store.LetStatisticsThrough(100);
            using var answer = await asked;

            Assert.Equal($"{endpoint} OK", $"{endpoint} {answer.StatusCode}");
            Assert.Equal(
                WithoutVersion(await _http.GetStringAsync($"{address}&wait=0", Cancelled)),
                WithoutVersion(await answer.Content.ReadAsStringAsync(Cancelled)));
        }
    }

    [Fact]
    public async Task Who_does_not_want_to_wait_is_told_how_far_it_is()
    {
        _store.HoldStatistics();
        var told = new List<string>();
        foreach (var endpoint in ForScripts)
        {
            using var answer = await _http.GetAsync(endpoint.With("q=min(loss)%20%3C%201&wait=0"), Cancelled);
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancelled));
            var (status, known) = json.RootElement.TryGetProperty("summaries", out var summaries)
                ? ((string?)null, summaries[0].GetProperty("known").GetInt32())
                : (json.RootElement.GetProperty("detail").GetString(), (int?)null);
            told.Add($"{(int)answer.StatusCode} {answer.Headers.RetryAfter?.ToString() ?? "-"} {status ?? $"{known}"}");
        }

        const string Refused = "503 2 min(loss) is computed for 0 of 4 runs. Try again in a moment.";
        Assert.Equal(["200 - 0", "200 - 0", "200 - 0", "200 - 0", "200 - 0", Refused, Refused, Refused, Refused], told);
    }

    [Fact]
    public async Task The_tag_is_that_of_the_answer_and_not_of_the_moment_of_asking()
    {
        foreach (var (i, endpoint) in ForScripts.Where(HasColumns).Take(2).Index())
        {
            _store.HoldStatistics();
            using var early = await _http.GetAsync(endpoint.Path, Cancelled);
            using var request = new HttpRequestMessage(HttpMethod.Get, endpoint.With($"columns=min(loss{i})"));
            request.Headers.IfNoneMatch.Add(early.Headers.ETag!);
            var asked = _http.SendAsync(request, Cancelled);
            await UntilAskedForAsync($"loss{i}", asked);
            _store.LetStatisticsThrough(100);
            using var late = await asked;

            Assert.Equal((endpoint.Path, HttpStatusCode.OK), (endpoint.Path, late.StatusCode));
            Assert.NotEqual(early.Headers.ETag, late.Headers.ETag);
        }
    }

    [Theory]
    [InlineData("wait=301")]
    [InlineData("wait=-1")]
    [InlineData("wait=soon")]
    public async Task A_time_that_is_none_is_refused(string parameters)
    {
        foreach (var endpoint in ForScripts)
        {
            using var answer = await _http.GetAsync(endpoint.With(parameters), Cancelled);

            Assert.Equal($"{endpoint} BadRequest", $"{endpoint} {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task What_is_refused_anyway_does_not_wait()
    {
        _store.HoldStatistics();
        foreach (var endpoint in ForScripts)
        {
            using var answer = await _http.GetAsync(endpoint.With("q=lr%20%3C&columns=min(loss)&wait=300"), Cancelled);

            Assert.Equal($"{endpoint} BadRequest", $"{endpoint} {answer.StatusCode}");
        }
    }

    // Only one request needs the metric, so it has looked by then, and the statistics were not there.
    private async Task UntilAskedForAsync(string metric, Task answered)
    {
        while (!answered.IsCompleted && _store.AskedStatistics.ToList().TrueForAll(request => request.Name != metric))
        {
            await Task.Delay(10, Cancelled);
        }
    }

    private static string WithoutVersion(string answer) => Regex.Replace(answer, "\"version\":[0-9]+", "");
}
