using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Table;

/// <summary>While runs are loaded, scripts wait for all of them, and whoever does not wait is told that more will come.</summary>
public sealed class LoadingAnswersTests(SamplesBoard samples) : IClassFixture<SamplesBoard>, IAsyncLifetime
{
    private const string Query = "q=id%20%3E%200";

    private readonly MemoryRunStore _store = new() { BatchSize = 1 };
    private readonly HttpClient _http = new();
    private Board? _board;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private IReadOnlyList<string> ForScripts =>
    [
        .. QueryEndpoint.ForScripts(samples, "lab").Select(endpoint => endpoint.With(Query)),
        $"lab/compare/table.csv?{Query}",
        $"lab/compare/report.html?{Query}",
        $"lab/compare/report.zip?{Query}",
    ];

    public async ValueTask InitializeAsync()
    {
        _store.Put([.. Enumerable.Range(1, 4).Select(TestRuns.Run)]);
        _store.Hold();
        _board = Board.OnStore(_store);
        _http.BaseAddress = _board.Address;
        _store.LetThrough();
        while (!(await _http.GetStringAsync("api/v1/lab/runs?wait=0", Cancelled)).Contains("\"total\":1", StringComparison.Ordinal))
        {
            await Task.Delay(10, Cancelled);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _board!.DisposeAsync();
    }

    [Fact]
    public async Task Who_does_not_wait_is_told_and_gets_another_answer_later()
    {
        var tags = new Dictionary<string, string?>();
        foreach (var path in ForScripts.Where(path => path.StartsWith("api/", StringComparison.Ordinal) || path.Contains("runs.", StringComparison.Ordinal)))
        {
            using var early = await _http.GetAsync($"{path}&wait=0", Cancelled);

            Assert.Equal((path, path.StartsWith("api/", StringComparison.Ordinal) ? "loading" : "503"), (path, await StateAsync(early)));
            tags[path] = early.Headers.ETag?.ToString();
        }

        _store.LetThrough(100);
        await _board!.LoadedAsync();
        foreach (var (path, tag) in tags.Where(entry => entry.Value is not null))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{path}&wait=0");
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var late = await _http.SendAsync(request, Cancelled);

            Assert.Equal((path, "current"), (path, await StateAsync(late)));
        }

        Assert.Contains(tags, entry => entry.Value is not null);
    }

    [Fact]
    public async Task The_first_answer_is_of_all_runs()
    {
        var asked = ForScripts.Select(path => (Path: path, Answer: _http.GetAsync(path, Cancelled))).ToList();
        // A request that comes after all of these and does not wait.
        using var other = await _http.GetAsync("api/v1/lab/runs?wait=0", Cancelled);
        _store.LetThrough(100);
        await _board!.LoadedAsync();
        foreach (var (path, answering) in asked)
        {
            using var answer = await answering;
            using var again = await _http.GetAsync($"{path}&wait=0", Cancelled);

            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
            if (answer.Content.Headers.ContentType?.MediaType is "application/json" or "text/csv")
            {
                Assert.Equal((path, await TextAsync(again)), (path, await TextAsync(answer)));
            }
        }
    }

    [Fact]
    public async Task Runs_that_are_named_do_not_wait_for_others()
    {
        foreach (var path in (string[])["api/v1/lab/curves?metric=loss&ids=4", "api/v1/lab/values?ids=4&columns=lr", "api/v1/lab/compare?ids=4"])
        {
            using var answer = await _http.GetAsync($"{path}&wait=300", Cancelled);

            Assert.Equal((path, "loading"), (path, await StateAsync(answer)));
        }
    }

    // The source may be written to once more when all is loaded.
    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        Regex.Replace(await answer.Content.ReadAsStringAsync(Cancelled), "\"version\":[0-9]+", "");

    private static async Task<string> StateAsync(HttpResponseMessage answer)
    {
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return $"{(int)answer.StatusCode}";
        }

        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancelled));
        return json.RootElement.GetProperty("state").GetString()!;
    }
}
