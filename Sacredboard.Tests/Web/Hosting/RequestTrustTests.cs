using System.Net;
using System.Net.Sockets;
using AngleSharp.Html.Parser;
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
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.Contains("'evil.example'", text);
        Assert.Contains("Sacredboard:AllowedHosts", text);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://localhost:81", HttpStatusCode.Redirect)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Redirect)]
    public async Task An_order_of_another_site_is_refused_even_with_a_good_token(string header, string value, HttpStatusCode status)
    {
        using var client = board.Client();
        using var order = await OrderAsync(client);
        order.Headers.Add(header, value);

        using var answer = await client.SendAsync(order, Cancelled);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_request_that_names_no_host_is_refused()
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(board.Address.Host, board.Address.Port, Cancelled);
        await connection.GetStream().WriteAsync("GET /healthz HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n"u8.ToArray(), Cancelled);
        using var answer = new StreamReader(connection.GetStream());

        Assert.Equal("HTTP/1.1 400 Bad Request", await answer.ReadLineAsync(Cancelled));
        Assert.Contains("The request names no host.", await answer.ReadToEndAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_refused_with_words()
    {
        using var client = board.Client();
        var ids = string.Join(',', Enumerable.Repeat("4", 600_000));

        // It asks before it sends: an answer that comes while a form is still sent may be lost to this client.
        using var request = new HttpRequestMessage(HttpMethod.Post, "samples/compare") { Content = new FormUrlEncodedContent([new("ids", ids)]) };
        request.Headers.ExpectContinue = true;

        using var answer = await client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal("413", page.QuerySelector("[data-error]")!.GetAttribute("data-error"));
        Assert.Contains("1 MB", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(-1000, HttpStatusCode.BadRequest)]
    public async Task A_form_that_does_not_say_how_long_it_is_is_measured(int more, HttpStatusCode expected)
    {
        using var client = board.Client();
        // Hardly more than is read of it, so that all of it is sent before the answer.
        using var content = new StringContent("ids=" + new string('4', (1024 * 1024) + more), null, "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, "samples/compare") { Content = content };
        request.Headers.TransferEncodingChunked = true;

        using var answer = await client.SendAsync(request, Cancelled);

        Assert.Equal(expected, answer.StatusCode);
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

    // Comparing the ticked runs, with the token that a page gave.
    private static async Task<HttpRequestMessage> OrderAsync(HttpClient client)
    {
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("samples/runs", Cancelled));
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return new(HttpMethod.Post, "samples/compare")
        {
            Content = new FormUrlEncodedContent([new("ids", "4"), new("__RequestVerificationToken", token)]),
        };
    }
}
