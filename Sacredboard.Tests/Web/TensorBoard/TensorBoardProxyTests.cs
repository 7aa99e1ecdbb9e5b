using System.Net;
using Microsoft.AspNetCore.Http;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.TensorBoard;

/// <summary>Requests and responses between a browser and a TensorBoard.</summary>
public sealed class TensorBoardProxyTests : IClassFixture<ScriptedBoards>
{
    private readonly ScriptedBoards _boards;
    private readonly string _run;

    public TensorBoardProxyTests(ScriptedBoards boards)
    {
        (_boards, _run) = (boards, boards.NextRun());
        boards.Storage.RunWithLogs(_run);
    }

    private string Page => $"runs/{_run}/tensorboard";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", "data/runs?a=1&b=%2Fx%20y")]
    [InlineData("/deep/sacred", "experiment/defaultExperimentId/data/plugin/scalars/tags")]
    public async Task The_path_and_the_query_arrive_as_they_were_sent(string subUrl, string path)
    {
        var (fake, board) = await _boards.OpenAsync(subUrl: subUrl);
        using var client = new TensorBoardClient(board);
        await client.StartAsync(Page);

        using var answer = await client.GetAsync($"{Page}/{path}");

        Assert.Equal($"{fake.Arguments[7]}/{Uri.UnescapeDataString(path.Split('?')[0])}{(path.Contains('?') ? path[path.IndexOf('?')..] : "")}", await answer.Content.ReadAsStringAsync(Cancelled));
    }

    [Fact]
    public async Task No_cookie_password_or_address_of_a_visitor_goes_to_it()
    {
        var (fake, board) = await _boards.OpenAsync();
        using var client = new TensorBoardClient(board);
        await client.StartAsync(Page);

        using var answer = await client.GetAsync(
            Page + "/data/runs",
            ("Cookie", "secret=1"),
            ("Authorization", "Basic c2VjcmV0"),
            ("X-Forwarded-For", "10.0.0.1"),
            ("Origin", "http://example.org"),
            ("Accept", "text/plain"),
            ("X-Other", "1"));

        var (_, headers, _) = Assert.Single(fake.Asked);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["Accept", "Host"], headers.Keys.Where(name => name is not ("User-Agent" or "Accept-Encoding")).Order());
        Assert.StartsWith("127.0.0.1:", headers["Host"], StringComparison.Ordinal);
        Assert.NotEqual(board.Address.Authority, headers["Host"]);
    }

    [Fact]
    public async Task Its_answers_bring_no_cookies_and_no_rights_along_and_keep_their_own_policy()
    {
        var (fake, board) = await _boards.OpenAsync(subUrl: "/deep");
        fake.Answer = context =>
        {
            var headers = context.Response.Headers;
            headers.SetCookie = "a=b";
            headers["Access-Control-Allow-Origin"] = "*";
            headers["Service-Worker-Allowed"] = "/";
            headers.ContentSecurityPolicy = "default-src 'self'";
            headers.CacheControl = "private, max-age=60";
            context.Response.ContentType = "text/html; charset=utf-8";
            const string Html = "<style>@font-face{src:url(/font-roboto/a.woff2)}@font-face{src:url(/font-roboto/b.woff2)}</style>é";
            context.Response.ContentLength = System.Text.Encoding.UTF8.GetByteCount(Html);
            return context.Response.WriteAsync(Html);
        };
        using var client = new TensorBoardClient(board);
        await client.StartAsync(Page);

        using var answer = await client.GetAsync(Page + "/");
        using var page = await client.GetAsync(Page);

        var policies = answer.Headers.GetValues("Content-Security-Policy").ToList();
        Assert.Equal("default-src 'self'", policies[0]);
        Assert.Contains("frame-ancestors 'self'", policies[1], StringComparison.Ordinal);
        Assert.Contains($"connect-src *:*/deep/lab/{Page}/;", policies[2], StringComparison.Ordinal);
        Assert.Equal("same-origin-allow-popups", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Equal("max-age=60, private", answer.Headers.CacheControl?.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie")
            || answer.Headers.Contains("Access-Control-Allow-Origin")
            || answer.Headers.Contains("Service-Worker-Allowed"));
        Assert.Equal(
            "<style>@font-face{src:url(font-roboto/a.woff2)}@font-face{src:url(font-roboto/b.woff2)}</style>é",
            await answer.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal(
            Sacredboard.Web.Hosting.ResponseHeaders.ContentSecurityPolicy,
            Assert.Single(page.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("same-origin", page.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
    }

    [Theory]
    [InlineData("{0}/x?y", "x?y")]
    [InlineData("http://example.org/", null)]
    [InlineData("/elsewhere", null)]
    public async Task It_may_lead_on_only_to_itself(string location, string? expected)
    {
        var (fake, board) = await _boards.OpenAsync(subUrl: "/deep");
        fake.Answer = context =>
        {
            context.Response.Redirect(string.Format(System.Globalization.CultureInfo.InvariantCulture, location, fake.Arguments[7]));
            return Task.CompletedTask;
        };
        using var client = new TensorBoardClient(board);
        await client.StartAsync(Page);

        using var answer = await client.GetAsync(Page + "/old");

        Assert.Equal(expected is null ? null : $"/deep/lab/{Page}/{expected}", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("same-origin", HttpStatusCode.OK)]
    [InlineData("cross-site", HttpStatusCode.BadRequest)]
    [InlineData("same-site", HttpStatusCode.BadRequest)]
    [InlineData("none", HttpStatusCode.BadRequest)]
    public async Task What_carries_something_is_passed_on_only_from_its_own_pages(string site, HttpStatusCode expected)
    {
        var (fake, board) = await _boards.OpenAsync();
        using var client = new TensorBoardClient(board);
        await client.StartAsync(Page);

        using var content = new FormUrlEncodedContent([new("requests", "[1]")]);
        using var answer = await client.SendAsync(HttpMethod.Post, Page + "/data/plugin/timeseries/timeSeries", content, ("Sec-Fetch-Site", site));

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK ? ["requests=%5B1%5D"] : [], fake.Asked.Select(asked => asked.Body));
    }

    [Fact]
    public async Task An_upgrade_to_a_websocket_is_refused()
    {
        var (fake, board) = await _boards.OpenAsync();
        using var client = new TensorBoardClient(board);
        await client.StartAsync(Page);

        using var answer = await client.GetAsync(Page + "/data/runs", ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA=="));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(fake.Asked);
    }

    [Fact]
    public async Task Its_own_words_about_what_it_has_not_are_passed_on()
    {
        var (fake, board) = await _boards.OpenAsync();
        fake.Answer = context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
        using var client = new TensorBoardClient(board);
        await client.StartAsync(Page);

        using var answer = await client.GetAsync(Page + "/data/nothing");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync(Cancelled));
    }

    [Fact]
    public async Task Nothing_is_passed_on_where_none_was_started()
    {
        var (_, board) = await _boards.OpenAsync();
        using var client = new TensorBoardClient(board);

        using var run = await client.GetAsync(Page + "/data/runs");
        using var several = await client.GetAsync("tensorboard/0123456789abcdef/data/runs");

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [run.StatusCode, several.StatusCode]);
    }
}
