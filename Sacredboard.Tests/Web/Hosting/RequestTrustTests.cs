using System.Net;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Hosting;

namespace Sacredboard.Tests.Web.Hosting;

/// <summary>Headers about the origin of a request are trusted only within bounds.</summary>
public sealed class RequestTrustTests(SamplesBoard board)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_that_leads_here_from_elsewhere_is_refused_with_all_headers()
    {
        using var client = board.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "healthz") { Headers = { Host = "evil.example" } };

        using var answer = await client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(ResponseHeaders.ContentSecurityPolicy, answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:5000")]
    [InlineData("[::1]:5000")]
    public async Task The_names_of_this_machine_itself_are_taken(string host)
    {
        using var client = board.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "healthz") { Headers = { Host = host } };

        using var answer = await client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Forwarded_headers_of_an_unknown_proxy_are_ignored()
    {
        using var client = board.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("X-Forwarded-Prefix", "/evil");
        request.Headers.Add("X-Script-Name", "/evil");

        using var answer = await client.SendAsync(request, Cancelled);

        Assert.Equal("/samples/runs", answer.Headers.Location?.OriginalString);
    }
}
