using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Hosting;

/// <summary>One run, started on the 21st in Berlin and on the 20th in UTC.</summary>
public sealed class VisitorZonesTests(VisitorZonesTests.Lab lab) : IClassFixture<VisitorZonesTests.Lab>
{
    private const string Query = "lab/runs?q=started%20%3E%3D%202026-11-21";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "Europe/Berlin", "Europe/Berlin", 1)]
    [InlineData("", "Europe%2FBerlin", "Europe/Berlin", 1)]
    [InlineData("", null, "UTC", 0)]
    [InlineData("", "../../etc/passwd", "UTC", 0)]
    [InlineData("", "Nowhere/City", "UTC", 0)]
    [InlineData("&tz=UTC", "Europe/Berlin", "UTC", 0)]
    [InlineData("&tz=Europe/Berlin", null, "Europe/Berlin", 1)]
    public async Task A_table_asks_and_says_in_the_zone_of_its_address_or_of_the_browser(string tz, string? cookie, string zone, int runs)
    {
        var page = await ReadAsync(Query + tz, cookie);

        Assert.Equal(runs, page.QuerySelectorAll("[data-run]").Length);
        Assert.Equal(zone, page.QuerySelector("[data-query-zone]")!.GetAttribute("data-query-zone"));
        Assert.Equal(tz.Length > 0 ? zone : "", page.DocumentElement.GetAttribute("data-zone"));
    }

    [Fact]
    public async Task Times_are_written_in_the_zone_with_its_name()
    {
        var page = await ReadAsync("lab/runs/1", "Europe/Berlin");

        Assert.Contains(
            page.QuerySelectorAll("time[data-exact]"), time => time.TextContent == "2026-11-21 00:30:00 Europe/Berlin");
    }

    [Fact]
    public async Task A_query_without_days_says_nothing_of_zones() =>
        Assert.Null((await ReadAsync("lab/runs?q=started%20%3E%20-7d", "Europe/Berlin")).QuerySelector("[data-query-zone]"));

    [Theory]
    [InlineData("", 0)]
    [InlineData("&tz=Europe/Berlin", 1)]
    public async Task The_API_and_files_are_in_UTC_unless_their_address_names_a_zone(string tz, int runs)
    {
        using var client = Client("Europe/Berlin");
        var answer = await client.GetStringAsync($"api/v1/{Query}{tz}", Cancelled);
        var file = await client.GetStringAsync($"{Query.Replace("runs?", "runs.csv?", StringComparison.Ordinal)}{tz}", Cancelled);

        Assert.Equal(runs, JsonDocument.Parse(answer).RootElement.GetProperty("matched").GetInt32());
        Assert.Equal(runs + 1, file.Split("\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("", "Berlin", "Your browser", "")]
    [InlineData("&tz=UTC", "UTC", "The usual zone", "")]
    [InlineData("&tz=Asia/Tokyo", "Tokyo", "The usual zone", "Asia/Tokyo")]
    public async Task A_menu_chooses_the_zone_and_keeps_the_table(string tz, string current, string usual, string other)
    {
        var menu = (await ReadAsync(Query + "&sort=-lr" + tz, "Europe/Berlin")).QuerySelector("[data-zone-menu]")!;

        Assert.Equal(current, menu.QuerySelector("summary")!.TextContent.Trim());
        var links = menu.QuerySelectorAll("a").ToList();
        var addresses = links.ConvertAll(link => link.GetAttribute("href")!);
        Assert.Equal([usual, "UTC"], links.Select(link => link.TextContent));
        Assert.All(addresses, address => Assert.Contains("sort=-lr", address, StringComparison.Ordinal));
        Assert.DoesNotContain("tz=", addresses[0], StringComparison.Ordinal);
        Assert.Contains("tz=UTC", addresses[1], StringComparison.Ordinal);
        Assert.Equal(other, menu.QuerySelector("input[name=tz]")!.GetAttribute("value"));
        Assert.Single(menu.QuerySelectorAll("[name=tz]"));
        Assert.Equal("-lr", menu.QuerySelector("input[name=sort]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_description_of_the_API_names_the_zone_wherever_it_names_a_query()
    {
        using var client = Client(null);
        var description = JsonDocument.Parse(await client.GetStringAsync("openapi/v1.json", Cancelled));
        var queries = 0;
        foreach (var operation in description.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
        {
            var names = operation.Value.TryGetProperty("parameters", out var parameters)
                ? parameters.EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()).ToList()
                : [];
            queries += names.Contains("q") ? 1 : 0;
            Assert.Equal(names.Contains("q"), names.Contains("tz"));
        }

        Assert.InRange(queries, 5, 20);
    }

    [Fact]
    public async Task A_file_has_the_runs_of_the_page_that_links_to_it()
    {
        var page = await ReadAsync(Query, "Europe/Berlin");

        Assert.NotEmpty(page.QuerySelectorAll("a[href*='runs.csv']"));
        Assert.All(page.QuerySelectorAll("a[href*='runs.csv']"), link => Assert.Contains("tz=Europe", link.GetAttribute("href")));
    }

    private async Task<IHtmlDocument> ReadAsync(string path, string? cookie)
    {
        using var client = Client(cookie);
        using var answer = await client.GetAsync(path, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancelled));
    }

    private HttpClient Client(string? cookie)
    {
        var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = lab.Board.Address };
        if (cookie is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", $"sacredboard-zone={cookie}");
        }

        return client;
    }

    public sealed class Lab() : MemoryBoard(
        TestRuns.Run(1) with { Started = new(2026, 11, 20, 23, 30, 0, DateTimeKind.Utc) });
}
