using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.TablePage;

namespace Sacredboard.Tests.Web.ValuePage;

/// <summary>What a table can do with a value: as a menu at the value, and as a page without scripts.</summary>
public sealed class ValuePageTests(SamplesBoard samples)
{
    [Fact]
    public async Task A_value_filters_is_shown_as_a_column_and_groups_in_the_table_as_it_is()
    {
        var page = await GetAsync("4:optimizer.lr", "?q=mlp&sort=-started&columns=host&page=2&open=4");

        Assert.Equal(
            [
                "same /samples/runs?q=mlp%20and%20optimizer.lr%20%3D%200.3&sort=-started&columns=host",
                "other /samples/runs?q=mlp%20and%20optimizer.lr%20!%3D%200.3&sort=-started&columns=host",
                "atleast /samples/runs?q=mlp%20and%20optimizer.lr%20%3E%3D%200.3&sort=-started&columns=host",
                "atmost /samples/runs?q=mlp%20and%20optimizer.lr%20%3C%3D%200.3&sort=-started&columns=host",
                "column /samples/runs?q=mlp&sort=-started&columns=host,optimizer.lr&page=2&open=4",
                "group /samples/runs?q=mlp&group=optimizer.lr&sort=-started&columns=host",
            ],
            Choices(page));
    }

    [Fact]
    public async Task What_the_table_does_already_is_not_offered_again()
    {
        Assert.Equal(
            ["other", "atleast", "atmost"],
            Choices(await GetAsync("4:optimizer.lr", "?q=optimizer.lr+%3D+0.3&columns=optimizer.lr&group=optimizer.lr"))
                .Select(choice => choice.Split(' ')[0]));
        Assert.Contains("group=status,optimizer.lr", string.Join(' ', Choices(await GetAsync("4:optimizer.lr", "?group=status"))));
        Assert.DoesNotContain("column", string.Join(' ', Choices(await GetAsync("4:experiment", null))));
    }

    [Fact]
    public async Task Each_link_does_what_it_says()
    {
        var page = await GetAsync("2:status", null);
        var same = await RunTablePage.GetAsync(samples.Board, Url(page, "same"));
        var other = await RunTablePage.GetAsync(samples.Board, Url(page, "other"));

        Assert.Equal(["2"], same.Ids);
        Assert.Equal(41, other.Ids.Count);
        Assert.Contains("group=status", Url(page, "group"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("999:lr")]
    [InlineData("4:a..b")]
    [InlineData("~zz:lr")]
    [InlineData(":")]
    public async Task What_is_no_value_of_a_run_is_not_found(string of)
    {
        using var client = samples.Client();
        await samples.Board.LoadedAsync();
        using var answer = await client.GetAsync($"samples/value?of={Uri.EscapeDataString(of)}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("q=lr+%3C&sort=,,&columns=%22&group=a..b")]
    [InlineData("%ff=%00&q=%22")]
    public async Task A_table_that_cannot_be_read_does_no_harm(string table) =>
        Assert.Contains("same", string.Join(' ', Choices(await GetAsync("4:optimizer.lr", table))));

    [Fact]
    public async Task Rows_carry_no_markup_for_it_and_expanded_ones_a_button_at_each_value()
    {
        var page = await RunTablePage.GetAsync(samples.Board, "samples/runs?q=mlp&open=39");

        Assert.Empty(page.Document.QuerySelectorAll("tr.run [form=pick]"));
        Assert.Equal("?q=mlp", page.Document.QuerySelector("#pick [name=table]")!.GetAttribute("value"));
        var picked = page.Document.QuerySelectorAll("[data-detail] [form=pick]").Select(button => button.GetAttribute("value")).ToList();
        Assert.Contains("39:optimizer.momentum", picked);
        Assert.Contains("39:host", picked);
        Assert.Contains("39:tags", picked);
        foreach (var of in picked)
        {
            Assert.NotEmpty(Choices(await GetAsync(of!, "?q=mlp")));
        }
    }

    [Theory]
    [InlineData("samples/runs/39", "39:host 39:tags")]
    [InlineData("samples/runs/39/config", "39:optimizer.momentum 39:config.tags")]
    public async Task The_page_of_a_run_has_them_too(string path, string values)
    {
        using var client = samples.Client();
        await samples.Board.LoadedAsync();
        var page = await ParseAsync(await client.GetStringAsync(path, TestContext.Current.CancellationToken));

        Assert.NotNull(page.QuerySelector("form#pick[action='/samples/value']"));
        Assert.Subset(
            page.QuerySelectorAll("button[form=pick]").Select(button => button.GetAttribute("value")!).ToHashSet(),
            values.Split(' ').ToHashSet());
    }

    [Fact]
    public async Task A_key_and_a_value_of_any_kind_are_only_text()
    {
        const string Odd = "a.b \"<b>\" ~é";
        var store = new MemoryRunStore();
        store.Put(TestRuns.Run(1).With((Odd, Odd)), TestRuns.Run(2).With((Odd, "other")));
        await using var board = Board.OnStore(store);
        var open = await RunTablePage.GetAsync(board, $"{Board.Source}/runs?open=1");
        var of = open.Document.QuerySelector("[data-tree=config] button[form=pick]")!.GetAttribute("value")!;
        var page = await ParseAsync(await SendAsync(board.Address, Board.Source, of, null));

        Assert.Empty(page.QuerySelectorAll("[data-value-menu] b"));
        Assert.Equal(["1"], (await RunTablePage.GetAsync(board, Url(page, "same"))).Ids);
        Assert.Equal(["2"], (await RunTablePage.GetAsync(board, Url(page, "other"))).Ids);
        Assert.Contains(Odd, (await RunTablePage.GetAsync(board, Url(page, "group"))).Document.QuerySelector("[data-groups]")!.TextContent);
    }

    private static string Url(IDocument page, string what) => page.QuerySelector($"[data-choice={what}]")!.GetAttribute("href")!;

    private static IReadOnlyList<string> Choices(IDocument page) =>
        [.. page.QuerySelectorAll("[data-choice]").Select(link => $"{link.GetAttribute("data-choice")} {link.GetAttribute("href")}")];

    private static async Task<IDocument> ParseAsync(string html) => await new HtmlParser().ParseDocumentAsync(html);

    private static async Task<string> SendAsync(Uri board, string source, string of, string? table)
    {
        using var client = new HttpClient { BaseAddress = board };
        return await client.GetStringAsync(
            $"{source}/value?of={Uri.EscapeDataString(of)}&table={Uri.EscapeDataString(table ?? "")}", TestContext.Current.CancellationToken);
    }

    private async Task<IDocument> GetAsync(string of, string? table)
    {
        await samples.Board.LoadedAsync();
        return await ParseAsync(await SendAsync(samples.Address, "samples", of, table));
    }
}
