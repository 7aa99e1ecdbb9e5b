using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Table;

/// <summary>
/// Pages, exports and the API handle a query in the same way: its dependence on time, its errors and its notes.
/// </summary>
public sealed class QueryEndpointsTests(SamplesBoard samples) : IClassFixture<SamplesBoard>, IAsyncLifetime
{
    private readonly HttpClient _http = samples.Client();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private IReadOnlyList<QueryEndpoint> Answering => [.. QueryEndpoint.Of(samples).Where(endpoint => endpoint.Answers)];

    public async ValueTask InitializeAsync() => await samples.Board.LoadedAsync();

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void All_that_take_a_query_are_walked() => Assert.Equal(
        [
            "api/v1/samples/groups?group=status", "api/v1/samples/runs", "api/v1/samples/values", "samples/changes", "samples/columns",
            "samples/groups.csv?group=status", "samples/groups.json?group=status", "samples/runs", "samples/runs.csv", "samples/runs.json",
            "samples/selection", "samples/suggest", "samples/term",
        ],
        QueryEndpoint.Of(samples).Select(endpoint => endpoint.Path).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("q=started%20%3E%20-90000d")]
    [InlineData("q=lr%20%3D%20today")]
    [InlineData("q=duration%20%3E%201")]
    [InlineData("sort=-duration")]
    public async Task An_answer_that_depends_on_the_time_is_never_not_modified(string parameters)
    {
        foreach (var endpoint in QueryEndpoint.Of(samples))
        {
            using var first = await GetAsync(endpoint.With(parameters));
            using var second = await GetAsync(endpoint.With(parameters), first.Headers.ETag?.ToString() ?? "*");

            Assert.True(
                first.Headers.ETag is null
                    && second.StatusCode == first.StatusCode, $"{endpoint}: {first.Headers.ETag}, {second.StatusCode}");
        }
    }

    [Fact]
    public async Task What_depends_on_the_runs_alone_is_known_as_long_as_none_has_changed()
    {
        var tagged = new List<string>();
        foreach (var endpoint in Answering)
        {
            using var first = await GetAsync(endpoint.With("q=optimizer.lr%20%3D%200.3"));
            if (first.Headers.ETag is { } tag)
            {
                using var second = await GetAsync(endpoint.With("q=optimizer.lr%20%3D%200.3"), tag.ToString());
                tagged.Add($"{endpoint.Path} {second.StatusCode}");
            }
        }

        Assert.Equal(["api/v1/samples/groups?group=status NotModified", "api/v1/samples/runs NotModified", "api/v1/samples/values NotModified"], tagged);
    }

    [Theory]
    [InlineData("lr <", 4, 0)]
    [InlineData("  captured_out ~ x", 2, 12)]
    public async Task A_query_that_is_none_is_refused_in_one_shape_or_left_out(string query, int position, int length)
    {
        var refusals = new List<string>();
        foreach (var endpoint in Answering)
        {
            using var answer = await GetAsync(endpoint.With("q=" + Uri.EscapeDataString(query)));
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                // A page shows all runs instead.
                Assert.Equal(await ShownAsync(endpoint.Path), await ShownAsync(answer));
                continue;
            }

            Assert.Equal(
                $"{endpoint} BadRequest application/problem+json", $"{endpoint} {answer.StatusCode} "
                    + $"{answer.Content.Headers.ContentType?.MediaType}");
            using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancelled));
            var problem = document.RootElement;
            Assert.Equal("q", problem.GetProperty("parameter").GetString());
            Assert.Equal((position, length), (problem.GetProperty("position").GetInt32(), problem.GetProperty("length").GetInt32()));
            refusals.Add($"{problem.GetProperty("title")}: {problem.GetProperty("detail")}");
        }

        // Three of the API, four files.
        Assert.Equal(7, refusals.Count);
        Assert.Single(refusals.Distinct());
    }

    [Fact]
    public async Task A_query_that_is_none_stops_nothing_that_helps_to_write_it()
    {
        foreach (var endpoint in QueryEndpoint.Of(samples).Where(endpoint => !endpoint.Answers))
        {
            using var answer = await GetAsync(endpoint.With("q=lr%20%3C"));

            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found, $"{endpoint}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("sort=lr,a..b", "sort", 5)]
    [InlineData("columns=lr,x~zz", "columns", 3)]
    public async Task What_else_cannot_be_read_is_refused_in_one_shape_or_ignored(string parameters, string parameter, int position)
    {
        foreach (var endpoint in Answering)
        {
            using var answer = await GetAsync(endpoint.With(parameters));
            if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
            {
                using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancelled));
                Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
                Assert.Equal(parameter, problem.RootElement.GetProperty("parameter").GetString());
                Assert.Equal($"{endpoint} {position}", $"{endpoint} {problem.RootElement.GetProperty("position").GetInt32()}");
            }
            else
            {
                Assert.Equal($"{endpoint} text/html", $"{endpoint} {answer.Content.Headers.ContentType?.MediaType}");
            }
        }
    }

    [Fact]
    public async Task How_a_query_was_understood_is_told_wherever_there_is_room()
    {
        var told = new List<string>();
        foreach (var endpoint in Answering)
        {
            using var answer = await GetAsync(endpoint.With("q=lr%20%3D%200.3"));
            var text = await answer.Content.ReadAsStringAsync(Cancelled);
            if (text.Contains("lr is taken from optimizer.lr", StringComparison.Ordinal))
            {
                told.Add(endpoint.Path);
            }
        }

        Assert.Equal(["api/v1/samples/groups?group=status", "api/v1/samples/runs", "samples/runs"], told);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? knownTag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (knownTag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", knownTag);
        }

        return await _http.SendAsync(request, Cancelled);
    }

    private async Task<string> ShownAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await ShownAsync(answer);
    }

    // The runs and columns of a table, and the columns of the chooser.
    private static async Task<string> ShownAsync(HttpResponseMessage answer)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancelled));
        return string.Join(' ', page.QuerySelectorAll("[data-run], th[data-column], [data-chosen] [data-field]")
            .Select(element =>
                element.GetAttribute("data-run") ?? element.GetAttribute("data-column") ?? element.GetAttribute("data-field")));
    }
}
