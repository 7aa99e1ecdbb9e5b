using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Hosting;

namespace Sacredboard.Tests.Web.Hosting;

public sealed class SubUrlTests(SubUrlTests.Samples samples) : IClassFixture<SubUrlTests.Samples>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("lab/runs")]
    [InlineData("lab/runs/10")]
    [InlineData("lab/runs/10/metrics")]
    [InlineData("lab/runs/10/files")]
    [InlineData("no/such/page")]
    public async Task Every_address_in_a_page_is_below_the_sub_url_and_leads_somewhere(string path)
    {
        using var client = Client(samples.Board);
        var page = new HtmlParser().ParseDocument(await (await client.GetAsync(path, Cancelled)).Content.ReadAsStringAsync(Cancelled));

        var addresses = page.All.SelectMany(Addresses).Distinct().ToList();

        Assert.True(addresses.Count > 3);
        Assert.All(addresses, address => Assert.StartsWith("/deep/sacred/", address, StringComparison.Ordinal));
        foreach (var address in addresses.Where(address => address.Contains('.', StringComparison.Ordinal)))
        {
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, Cancelled);
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/deep/sacred")]
    [InlineData("/deep/sacred/")]
    [InlineData("/lab")]
    public async Task It_is_found_whether_the_proxy_takes_the_sub_url_off_or_not(string path)
    {
        using var client = Client(samples.Board);

        using var answer = await client.GetAsync(path, Cancelled);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/deep/sacred/lab/runs", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_trusted_proxy_may_tell_the_sub_url()
    {
        await using var board = Board.OnDirectory(Path.Combine(Root(), "samples"), ("TrustedProxies:0", "127.0.0.1"));
        using var client = Client(board);
        using var request = new HttpRequestMessage(HttpMethod.Get, "") { Headers = { { "X-Forwarded-Prefix", "/proxy/lab" } } };

        using var answer = await client.SendAsync(request, Cancelled);

        Assert.Equal("/proxy/lab/lab/runs", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public void No_script_or_style_names_an_address_from_the_root()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Root(), "wwwroot"), "*.*", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}lib{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => Path.GetExtension(file) is ".js" or ".css");

        Assert.All(files, file => Assert.DoesNotMatch("""(['"`(])/(?:api|css|js|lib|img)/""", File.ReadAllText(file)));
    }

    private static IEnumerable<string> Addresses(IElement element) =>
        new[] { "href", "src", "action", "xlink:href", "hx-get" }
            .Concat(element.Attributes.Select(attribute => attribute.Name)
                .Where(name => name.StartsWith("data-", StringComparison.Ordinal) && name.EndsWith("url", StringComparison.Ordinal)))
            .Select(element.GetAttribute)
            .OfType<string>()
            // Except links within the page, and links from a run's own text.
            .Where(address => address.Length > 0 && address[0] is not ('#' or '?') && !address.Contains("://", StringComparison.Ordinal));

    private static HttpClient Client(Board board) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = board.Address };

    private static string Root() => ContentRoot.Find(AppContext.BaseDirectory);

    public sealed class Samples : IAsyncDisposable
    {
        public Board Board { get; } = Board.OnDirectory(Path.Combine(Root(), "samples"), "/deep/sacred");

        public ValueTask DisposeAsync() => Board.DisposeAsync();
    }
}
