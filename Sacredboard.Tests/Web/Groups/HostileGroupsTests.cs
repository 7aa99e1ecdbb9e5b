using System.Net;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.TablePage;

namespace Sacredboard.Tests.Web.Groups;

/// <summary>Hostile values of groups are shown as text, and passwords stay masked; a page of groups gets every change.</summary>
public sealed class HostileGroupsTests
{
    private const string Evil = "<script>alert('x')</script>\"',~&=%\u202E\0";

    [Fact]
    public async Task Odd_keys_and_values_make_groups_like_others()
    {
        var store = new MemoryRunStore();
        store.Put(
            TestRuns.Run(1).With((Evil, Evil), ("seed", 1)),
            TestRuns.Run(2).With((Evil, Evil), ("seed", 2)),
            TestRuns.Run(3).With(("", new object?[] { Evil })),
            TestRuns.Run(4) with { Id = RunId.Of(Evil), Experiment = Evil, Status = Evil });
        await using var board = Board.OnStore(store);
        var field = Uri.EscapeDataString("\"" + Evil.Replace("\"", "\\\"") + "\"");

        foreach (var group in new[] { "config", field, "experiment,status", "\"\"", "id", "tags", "started,duration", "result" })
        {
            var page = await RunTablePage.GetAsync(board, $"lab/runs?group={group}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Empty(page.Document.QuerySelectorAll("script:not([src])"));
            foreach (var toggle in page.Document.QuerySelectorAll("[data-group-toggle]"))
            {
                var open = await RunTablePage.GetAsync(board, toggle.GetAttribute("href")!.TrimStart('/'));
                Assert.Single(open.Document.QuerySelectorAll("[aria-expanded=true]"));
                Assert.NotEmpty(open.Ids);
            }
        }

        Assert.Equal(2, (await RunTablePage.GetAsync(board, $"lab/runs?group={field}&open=1")).Ids.Count);
    }

    [Fact]
    public async Task Passwords_are_neither_shown_nor_summed_up_nor_put_into_an_address()
    {
        var store = new MemoryRunStore();
        store.Put(
            TestRuns.Run(1).With(("pwd", "hunter2"), ("api_password", 86753091)),
            TestRuns.Run(2).With(("pwd", "hunter2"), ("api_password", 86753093)));
        await using var board = Board.OnStore(store);

        var html = (await RunTablePage.GetAsync(
            board,
            "lab/runs?group=pwd&open=1&columns=api_password")).Document.DocumentElement.OuterHtml;

        Assert.Contains("data-group=", html);
        Assert.DoesNotContain("hunter2", html);
        Assert.DoesNotContain("8675309", html);
    }

    [Fact]
    public async Task A_change_of_any_run_is_news_to_a_page_of_groups()
    {
        var store = new MemoryRunStore();
        store.Put([.. Enumerable.Range(1, 60).Select(TestRuns.Run)]);
        await using var board = Board.OnStore(store);
        var page = await RunTablePage.GetAsync(board, "lab/runs?group=experiment");
        using var client = new HttpClient();
        var changes = new Uri(board.Address, $"{page.ChangesUrl}&since={page.Token}&wait=20");
        using (var none = await client.GetAsync(new Uri(board.Address, $"{page.ChangesUrl}&since={page.Token}"), TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.NoContent, none.StatusCode);
        }

        store.Put(TestRuns.Run(61) with { Experiment = "other" });
        using var answer = await client.GetAsync(changes, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(2, (await RunTablePage.GetAsync(board, "lab/runs?group=experiment")).Document.QuerySelectorAll("[data-group]").Length);
    }
}
