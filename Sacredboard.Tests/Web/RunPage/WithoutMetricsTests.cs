using System.Net;
using AngleSharp.Dom;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Support.Sql;
using Sacredboard.Tests.Web.Api;

namespace Sacredboard.Tests.Web.RunPage;

/// <summary>Pages of storages that hold no metrics: they say so, and all else is as everywhere.</summary>
public sealed class WithoutMetricsTests
{
    [Theory]
    [InlineData("sql", "SqlObserver", "0", 16)]
    [InlineData("tinydb", "TinyDbObserver", "ebaadbb0e38a4e9bb8a3797ea328db06", 15)]
    public async Task Every_page_is_there_and_says_what_is_missing(string kind, string observer, string run, int count)
    {
        await using var board = Board.OnDirectory(kind == "sql" ? SqlCorpus.Path : TestFiles.Path("tinydb"));
        await board.LoadedAsync();
        using var pages = new RunPageClient(board, Board.Source);
        using var api = new ApiClient(board.Address);

        var metrics = await pages.ReadAsync($"{run}/metrics");
        var source = (await api.GetAsync("api/v1/sources"))[0];

        Assert.Contains($"A {observer} stores no metrics", metrics.QuerySelector("[data-no-metrics]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((kind, count), (source.GetProperty("kind").GetString(), source.GetProperty("total").GetInt32()));
        Assert.False(source.GetProperty("capabilities").GetProperty("metrics").GetBoolean());
        foreach (var page in new[] { "", run, $"{run}/output", $"{run}/config", $"{run}/info", $"{run}/files", $"{run}/environment",
            "?q=optimizer.lr%20%3C%200.1&sort=-result", "?group=optimizer.lr" })
        {
            Assert.NotNull((await pages.ReadAsync(page)).QuerySelector("main"));
        }

        var files = await pages.ReadAsync($"{run}/files");
        Assert.Contains("confusion_matrix.png", files.Body!.TextContent, StringComparison.Ordinal);
        using var picture = await pages.SendAsync($"{run}/files/artifact-0");
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        var content = await picture.Content.ReadAsByteArrayAsync(ApiClient.Token);
        Assert.Equal("PNG"u8, content.AsSpan(1, 3));
        using var missing = await pages.SendAsync("there-is-none");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_silent_run_of_SQL_is_not_called_dead()
    {
        await using var board = Board.OnDirectory(SqlCorpus.Path, ("DeadAfterSeconds", "2000000000"));
        await board.LoadedAsync();
        using var pages = new RunPageClient(board, Board.Source);

        var page = await pages.ReadAsync("8");

        Assert.Contains("That is normal here", page.QuerySelector("[data-silence=unheard]")!.Text(), StringComparison.Ordinal);
    }
}
