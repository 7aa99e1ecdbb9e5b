using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Hosting;

namespace Sacredboard.Tests.Web.Hosting;

/// <summary>Properties of every response.</summary>
public sealed class AnswerTests(SamplesBoard board)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_and_file_and_error_has_the_headers_that_keep_browsers_safe()
    {
        using var client = board.Client();
        var paths = board.Routes()
            .Concat(["lib/icons.svg", "css/site.css", "no/such/page", "nowhere/runs", "errors/500", "samples/runs/no-such-run"])
            .ToList();

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
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'",
        ResponseHeaders.ContentSecurityPolicy);

    [Theory]
    [InlineData("healthz")]
    [InlineData("samples/runs")]
    [InlineData("api/v1/sources")]
    public async Task HEAD_answers_what_GET_does_without_a_body(string path)
    {
        using var client = board.Client();
        using var answer = await client.SendAsync(new(HttpMethod.Head, path), Cancelled);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancelled));
    }

    [Theory]
    [InlineData("no/such/page", "text/html")]
    [InlineData("nowhere/runs", "text/html")]
    [InlineData("api/v1/nowhere/runs", "application/problem+json")]
    [InlineData("api/v2", "application/problem+json")]
    public async Task A_missing_page_is_a_404_in_the_requested_format(string path, string contentType)
    {
        using var client = board.Client();
        using var answer = await client.GetAsync(path, Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(contentType, answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_file_named_by_its_content_is_kept_and_others_are_asked_for_again()
    {
        using var client = board.Client();
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
        using var client = board.Client();
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
        using var client = board.Client();

        Assert.Matches(text, await client.GetStringAsync(path, Cancelled));
    }

    [Fact]
    public void Connections_and_slow_readers_are_limited()
    {
        var limits = board.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.Equal(1000, limits.MaxConcurrentConnections);
        Assert.Equal(1 << 20, limits.MaxRequestBodySize);
        Assert.Equal(4096, limits.MinResponseDataRate?.BytesPerSecond);
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
