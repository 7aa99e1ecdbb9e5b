using System.Net;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.TablePage;

/// <summary>Hostile names and values of runs are shown as text in the table.</summary>
public sealed class HostileRunsTests
{
    private const string Evil = "<script>alert('x')</script>\"'\u202E&amp;\0\n<img src=x onerror=alert(1)>";

    [Fact]
    public async Task Markup_in_any_place_stays_text()
    {
        var page = await ShowAsync(Run(RunId.Of(Evil)));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Document.QuerySelectorAll("img[onerror], script:not([src])"));
        Assert.Contains("<script>alert('x')</script>", page.Document.QuerySelector("td.c-experiment")!.TextContent);
        Assert.Contains(page.Document.QuerySelectorAll("[data-status-filter]"), filter => filter.TextContent.Contains("<script>"));
        Assert.Equal(
            Evil.Replace('\0', '\uFFFD'),
            page.Document.QuerySelectorAll("[data-status-filter]").Last().GetAttribute("data-status-filter"));
    }

    [Fact]
    public async Task Every_kind_of_id_leads_to_a_row_of_its_own()
    {
        RunId[] ids =
        [
            RunId.Of(42), RunId.Of("42"), RunId.Of(""), RunId.Of(" "), RunId.Of("../../etc"), RunId.Of("a/b?c#d%"), RunId.Of("null"), default,
            RunId.Of(2.5), RunId.Of(-3), RunId.OfObjectId("5f0c2d9a1b2c3d4e5f607182"), RunId.Of("5f0c2d9a1b2c3d4e5f607182"), RunId.Of(Evil),
        ];
        var store = new MemoryRunStore();
        store.Put([.. ids.Select(Run)]);
        await using var board = Board.OnStore(store);
        var page = await RunTablePage.GetAsync(board, "lab/runs");

        Assert.Equal(ids.Length, page.Ids.Distinct().Count());
        foreach (var row in page.Document.QuerySelectorAll("[data-run]"))
        {
            var detail = await RunTablePage.GetAsync(board, row.GetAttribute("data-url") + "/row");
            Assert.Equal(HttpStatusCode.OK, detail.Status);
            Assert.Equal(row.GetAttribute("data-run"), detail.Document.QuerySelector("[data-detail]")!.GetAttribute("data-detail"));
        }

        Assert.Equal("'42'", page.Cell("~t42", "id"));
        Assert.Equal("42", page.Cell("42", "id"));
    }

    [Fact]
    public async Task A_run_of_which_nothing_is_known_has_a_row()
    {
        var page = await ShowAsync(new RunSummary { Id = RunId.Of(1) });

        Assert.Equal("No status", page.Cell("1", "status"));
        Assert.Equal(["status", "id"], page.Columns);
    }

    [Fact]
    public async Task A_run_that_cannot_be_read_says_why_and_a_failed_one_shows_its_exception()
    {
        var page = await ShowAsync(
            new RunSummary { Id = RunId.Of(1), Problem = "run.json is cut off at byte 512." },
            new RunSummary { Id = RunId.Of(2), Status = RunStatus.Failed, Failure = "ValueError: boom" });

        Assert.Equal("run.json is cut off at byte 512.", page.Row("1").QuerySelector("[data-run-problem]")!.GetAttribute("title"));
        Assert.Equal("ValueError: boom", page.Row("2").QuerySelector(".c-status")!.GetAttribute("title"));
    }

    [Fact]
    public async Task Secrets_are_masked_in_cells_and_details()
    {
        var run = Run(RunId.Of(1)) with
        {
            Comment = "see https://me:hunter2@example.org/x",
            Config = new SacredObject([new("db", new SacredObject([new("password", new SacredText("hunter2"))]))]),
        };
        var store = new MemoryRunStore();
        store.Put(run);
        await using var board = Board.OnStore(store);

        var page = await RunTablePage.GetAsync(board, "lab/runs?columns=db.password,comment,db&open=1");

        Assert.DoesNotContain("hunter2", page.Document.DocumentElement.OuterHtml);
        Assert.Equal("***", page.Cell("1", "value"));
    }

    [Fact]
    public async Task Bars_do_not_tell_between_what_secrets_lie()
    {
        var store = new MemoryRunStore();
        store.Put(
            Run(RunId.Of(1)) with { Config = TestRuns.Object(("password", 4711)) },
            Run(RunId.Of(2)) with { Config = TestRuns.Object(("password", 815)) });
        await using var board = Board.OnStore(store);

        var page = await RunTablePage.GetAsync(board, "lab/runs?columns=password~bar");
        var chooser = await RunTablePage.GetAsync(board, "lab/columns?columns=password~bar");

        Assert.Equal("***", page.Cell("1", "value"));
        Assert.DoesNotContain("4711", page.Document.DocumentElement.OuterHtml);
        Assert.DoesNotContain("part-", page.Row("1").InnerHtml);
        Assert.DoesNotContain("815", chooser.Document.DocumentElement.OuterHtml);
        Assert.DoesNotContain("4711", chooser.Document.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task Columns_may_have_any_name()
    {
        var config = new SacredObject([
            new(Evil, new SacredInteger(1)),
            new("", new SacredInteger(2)),
            new("a.b", new SacredInteger(3)),
            new("status", new SacredInteger(4))]);
        var page = await ShowAsync(
            Run(RunId.Of(1)) with { Config = config },
            Run(RunId.Of(2)) with { Config = new SacredObject([.. config.Members.Select(Other)]) });

        foreach (var key in config.Members.Select(member => member.Key).Where(key => key != Evil))
        {
            var heading = page.Document.QuerySelectorAll("[data-column]")
                .Single(column => Sacredboard.Data.Fields.RunField.TryParse(column.GetAttribute("data-column")!, out var field, out _)
                    && field!.Equals(Sacredboard.Data.Fields.RunField.Config(key)));
            Assert.StartsWith("/lab/runs?order=by%3A", page.Leads(heading.QuerySelector("button")!));
        }

        static KeyValuePair<string, SacredValue> Other(KeyValuePair<string, SacredValue> member) => new(member.Key, SacredNull.Value);
    }

    private static RunSummary Run(RunId id) => new()
    {
        Id = id,
        Experiment = Evil,
        Command = Evil,
        Status = Evil,
        Host = Evil,
        Comment = Evil,
        Tags = [Evil, Evil + "2"],
        Started = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        Result = new SacredObject([new(Evil, new SacredText(Evil))]),
        Config = new SacredObject([new(Evil, new SacredText(Evil))]),
    };

    private static async Task<RunTablePage> ShowAsync(params RunSummary[] runs)
    {
        var store = new MemoryRunStore();
        store.Put(runs);
        await using var board = Board.OnStore(store);
        return await RunTablePage.GetAsync(board, "lab/runs");
    }
}
