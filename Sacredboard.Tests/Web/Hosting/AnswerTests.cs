using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Hosting;

namespace Sacredboard.Tests.Web.Hosting;

/// <summary>What holds for every answer, whatever is asked for.</summary>
public sealed class AnswerTests(SamplesBoard board) : IClassFixture<SamplesBoard>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_and_file_and_error_has_the_headers_that_keep_browsers_safe()
    {
        using var client = Client();
        var paths = Routes().Concat(["lib/icons.svg", "css/site.css", "no/such/page", "nowhere/runs", "errors/500", "samples/runs/no-such-run"]).ToList();

        Assert.True(paths.Count > 6);
        foreach (var path in paths)
        {
            using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Cancelled);

            var asked = $"{path} ({(int)answer.StatusCode})";
            Assert.True((int)answer.StatusCode < 500, asked);
            Assert.Equal($"{asked} {ResponseHeaders.ContentSecurityPolicy}", $"{asked} {Header(answer, "Content-Security-Policy")}");
            Assert.Equal($"{asked} nosniff", $"{asked} {Header(answer, "X-Content-Type-Options")}");
            Assert.Equal($"{asked} no-referrer", $"{asked} {Header(answer, "Referrer-Policy")}");
            Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
            Assert.Null(Header(answer, "Server"));
        }
    }

    [Fact]
    public void The_policy_allows_nothing_from_elsewhere_and_nothing_inline() => Assert.Equal(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        ResponseHeaders.ContentSecurityPolicy);

    [Fact]
    public async Task Asking_changes_nothing_where_the_runs_lie()
    {
        using var client = Client();
        var samples = Path.Combine(ContentRoot.Find(AppContext.BaseDirectory), "samples");
        var before = Files(samples);

        foreach (var path in Routes())
        {
            using var answer = await client.GetAsync(path, Cancelled);
        }

        Assert.NotEmpty(before);
        Assert.Equal(before, Files(samples));
    }

    [Fact]
    public void Only_forms_of_pages_answer_anything_but_GET_and_HEAD()
    {
        var others = Endpoints()
            .Where(endpoint => endpoint.RoutePattern.RawText != "errors/{status:int}")
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Except(["GET", "HEAD"]).Any() ?? true)
            .ToList();

        Assert.All(others, endpoint => Assert.Equal(["POST"], endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods));
        Assert.All(others, endpoint => Assert.StartsWith("{source}/", endpoint.RoutePattern.RawText, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_that_another_site_sends_is_refused()
    {
        using var client = Client();
        var forms = Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") ?? false).ToList();

        Assert.NotEmpty(forms);
        foreach (var path in forms.Where(endpoint => endpoint.RoutePattern.RawText != "errors/{status:int}").Select(PathOf))
        {
            using var form = new FormUrlEncodedContent([new("name", "mine")]);
            using var answer = await client.PostAsync(path, form, Cancelled);
            Assert.Equal($"{path} {HttpStatusCode.BadRequest}", $"{path} {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("healthz")]
    [InlineData("samples/runs")]
    [InlineData("api/v1/sources")]
    public async Task HEAD_answers_what_GET_does_without_a_body(string path)
    {
        using var client = Client();
        using var answer = await client.SendAsync(new(HttpMethod.Head, path), Cancelled);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancelled));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Asking_to_change_something_is_refused(string method)
    {
        using var client = Client();
        using var answer = await client.SendAsync(new(new(method), "healthz"), Cancelled);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task A_name_that_leads_here_from_elsewhere_is_refused_with_all_headers()
    {
        using var client = Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "healthz") { Headers = { Host = "evil.example" } };

        using var answer = await client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(ResponseHeaders.ContentSecurityPolicy, Header(answer, "Content-Security-Policy"));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:5000")]
    [InlineData("[::1]:5000")]
    public async Task The_names_of_this_machine_itself_are_taken(string host)
    {
        using var client = Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "healthz") { Headers = { Host = host } };

        using var answer = await client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task What_a_stranger_forwards_is_not_believed()
    {
        using var client = Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("X-Forwarded-Prefix", "/evil");
        request.Headers.Add("X-Script-Name", "/evil");

        using var answer = await client.SendAsync(request, Cancelled);

        Assert.Equal("/samples/runs", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("no/such/page", "text/html")]
    [InlineData("nowhere/runs", "text/html")]
    [InlineData("api/v1/nowhere/runs", "application/problem+json")]
    [InlineData("api/v2", "application/problem+json")]
    public async Task What_is_not_there_is_a_404_in_the_language_of_the_asker(string path, string contentType)
    {
        using var client = Client();
        using var answer = await client.GetAsync(path, Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(contentType, answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_file_named_by_its_content_is_kept_and_others_are_asked_for_again()
    {
        using var client = Client();
        using var named = await client.GetAsync("lib/icons.svg?v=1", Cancelled);
        using var other = await client.GetAsync("lib/icons.svg", Cancelled);
        using var request = new HttpRequestMessage(HttpMethod.Get, "lib/icons.svg");
        request.Headers.IfNoneMatch.Add(other.Headers.ETag!);
        using var again = await client.SendAsync(request, Cancelled);

        Assert.Equal("public, max-age=31536000, immutable", named.Headers.CacheControl?.ToString());
        Assert.Equal("public, no-cache", other.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Answers_are_compressed_as_the_browser_can(string encoding)
    {
        using var client = Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "lib/icons.svg");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));

        using var answer = await client.SendAsync(request, Cancelled);

        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(Cancelled)).Length, 1, 14_000);
    }

    [Theory]
    [InlineData("healthz", "^alive\n$")]
    [InlineData("readyz", "^samples: (loading|current)\n$")]
    public async Task Health_is_one_line(string path, string text)
    {
        using var client = Client();

        Assert.Matches(text, await client.GetStringAsync(path, Cancelled));
    }

    private static List<string> Files(string directory) =>
    [
        .. new DirectoryInfo(directory).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Select(entry => $"{entry.FullName} {entry.LastWriteTimeUtc:O} {(entry as FileInfo)?.Length}")
            .Order(StringComparer.Ordinal),
    ];

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;

    private HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = board.Address };

    private IEnumerable<RouteEndpoint> Endpoints() =>
        board.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>An address for each route, with values that lead somewhere where there is anything.</summary>
    private IEnumerable<string> Routes() => Endpoints().Select(PathOf);

    private static string PathOf(RouteEndpoint endpoint) => string.Join('/', endpoint.RoutePattern.PathSegments.Select(Segment));

    private static string Segment(RoutePatternPathSegment segment) => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart { Name: "source" } => "samples",
        RoutePatternParameterPart { Name: "id" } => "1",
        RoutePatternParameterPart { Name: "tab" } => "metrics",
        RoutePatternParameterPart { Name: "status" } => "500",
        _ => "x",
    }));
}
