using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.RunPage;

namespace Sacredboard.Tests.Web.Charts;

/// <summary>What a run's TensorBoard logs hold, on its page.</summary>
public sealed class RunLogsTests(RunLogsTests.Storage storage) : IClassFixture<RunLogsTests.Storage>, IDisposable
{
    private readonly RunPageClient _pages = new(storage.Board, Board.Source);

    public void Dispose() => _pages.Dispose();

    [Fact]
    public async Task Pictures_stand_below_the_charts_the_last_step_first_and_all_steps_as_links()
    {
        var page = await _pages.ReadAsync("others/metrics");

        var pictures = page.QuerySelectorAll("[data-pictures]");
        Assert.Equal(["picture", "pictures"], pictures.Select(figure => figure.GetAttribute("data-pictures")));
        Assert.Equal("step 2", pictures[1].QuerySelector("[data-step]")!.TextContent);
        Assert.Equal(2, pictures[1].QuerySelectorAll("[data-stage] img[alt]").Length);
        Assert.Equal(
            ["0", "1", "2"],
            pictures[1].QuerySelectorAll("[data-picture-step]").Select(item => item.GetAttribute("data-picture-step")));
        using var client = new HttpClient { BaseAddress = storage.Board.Address };
        foreach (var link in page.QuerySelectorAll("[data-picture-step] a, [data-stage] img"))
        {
            using var answer = await client.GetAsync(link.GetAttribute("href") ?? link.GetAttribute("src"), TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.OK, "image/png"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.StartsWith("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("max-age=86400, private", answer.Headers.CacheControl!.ToString());
        }
    }

    [Fact]
    public async Task Texts_are_listed_the_latest_first()
    {
        var page = await _pages.ReadAsync("others/metrics");

        var texts = page.QuerySelectorAll("[data-text]");
        Assert.Equal(["note", "table"], texts.Select(text => text.GetAttribute("data-text")));
        Assert.Equal(["step 2", "step 1", "step 0"], texts[0].QuerySelectorAll("dt").Select(step => step.TextContent));
        Assert.Equal("**step** 2 <b>ä</b>", texts[0].QuerySelector("pre")!.TextContent);
        Assert.Equal("a\nb\nc\n\ufffd", texts[1].QuerySelector("pre")!.TextContent);
    }

    [Fact]
    public async Task Distributions_give_their_quantiles()
    {
        var page = await _pages.ReadAsync("others/metrics");
        var figures = page.QuerySelectorAll("[data-distribution]");
        using var client = new HttpClient { BaseAddress = storage.Board.Address };

        using var bands = JsonDocument.Parse(await client.GetStringAsync(figures[0].GetAttribute("data-distribution"), TestContext.Current.CancellationToken));

        Assert.Equal(3, figures.Length);
        Assert.Equal([0, 1, 2, 3], bands.RootElement.GetProperty("steps").EnumerateArray().Select(step => step.GetInt32()));
        Assert.Equal(9, bands.RootElement.GetProperty("basisPoints").GetArrayLength());
        foreach (var band in bands.RootElement.GetProperty("bands").EnumerateArray())
        {
            var values = band.EnumerateArray().Select(value => value.GetDouble()).ToList();
            Assert.Equal(9, values.Count);
            Assert.Equal(values.Order(), values);
        }
    }

    [Fact]
    public async Task Hostile_names_and_contents_are_only_text()
    {
        var page = await _pages.ReadAsync("hostile/metrics");
        var statuses = new List<HttpStatusCode>();
        using var client = new HttpClient { BaseAddress = storage.Board.Address };
        foreach (var link in page.QuerySelectorAll("[data-picture-step] a"))
        {
            using var answer = await client.GetAsync(link.GetAttribute("href"), TestContext.Current.CancellationToken);
            statuses.Add(answer.StatusCode);
        }

        // An SVG, a PNG, and a picture without a byte.
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK], statuses.Order().Reverse());
        Assert.Empty(page.QuerySelectorAll("script:not([src]), img[onerror], [onload]"));
        Assert.Contains("</pre><script>", page.QuerySelector("[data-text] pre")!.TextContent, StringComparison.Ordinal);
        foreach (var figure in page.QuerySelectorAll("[data-distribution]"))
        {
            using var bands = JsonDocument.Parse(await client.GetStringAsync(figure.GetAttribute("data-distribution"), TestContext.Current.CancellationToken));
            Assert.Empty(bands.RootElement.GetProperty("steps").EnumerateArray());
        }
    }

    [Fact]
    public async Task Addresses_of_missing_media_are_not_found()
    {
        using var client = new HttpClient { BaseAddress = storage.Board.Address };
        foreach (var path in new[] { "pictures/picture/3/0", "pictures/picture/-1/0", "pictures/picture/0/1", "pictures/picture/0/-1",
            "pictures/nothing/0/0", "pictures/note/0/0", "pictures/~ZZ/0/0", "distributions/nothing", "distributions/picture" })
        {
            using var answer = await client.GetAsync($"/{Board.Source}/runs/others/{path}", TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, path);
        }

        using var other = await client.GetAsync($"/{Board.Source}/runs/nobody/pictures/picture/0/0", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task Scalars_have_charts_with_a_mark_and_damage_is_reported()
    {
        var page = await _pages.ReadAsync("cut/metrics");

        Assert.NotNull(page.QuerySelector("[data-metric='tb:loss'] .from-logs"));
        Assert.Contains("ends in the middle of a record", page.QuerySelector("[data-log-problem]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(13, (await _pages.ReadAsync("tags/metrics")).QuerySelectorAll("[data-metric]").Length);
    }

    public sealed class Storage : FolderBoard
    {
        public Storage()
        {
            foreach (var directory in new[] { "others", "hostile", "tags", "cut" })
            {
                Folder.Copy(TestFiles.Path("tensorboard", directory), $"logs/{directory}");
                Folder.WriteOld(directory, "run.json", """{"status": "COMPLETED", "start_time": "2026-01-01T00:00:00"}""");
                Folder.WriteOld(directory, "info.json", $$"""{"tensorflow": {"logdirs": ["logs/{{directory}}"] } }""");
            }
        }
    }
}
