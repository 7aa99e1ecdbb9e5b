using System.Net;
using System.Text.Json;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.TablePage;

namespace Sacredboard.Tests.Web.Export;

/// <summary>A table of groups as a file, a line for each group.</summary>
public sealed class GroupExportTests(GroupExportTests.Storage storage) : IClassFixture<GroupExportTests.Storage>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_has_the_keys_the_counts_and_the_figures_of_every_column_of_numbers()
    {
        var rows = await CsvAsync("lab/groups.csv?group=lr&columns=x,experiment&sort=lr");

        Assert.Equal(["lr", "Runs", "COMPLETED", "FAILED", "x mean", "x std", "x min", "x max", "x n"], rows[0]);
        Assert.Equal(["0.1", "2", "2", "0", "2.0", "1.4142135623730951", "1.0", "3.0", "2"], rows[1]);
        Assert.Equal(["0.5", "1", "0", "1", "", "", "", "", "0"], rows[2]);
        Assert.Equal(3, rows.Count);
    }

    [Fact]
    public async Task JSON_has_the_same_names_and_keeps_the_kinds()
    {
        var groups = await JsonAsync("lab/groups.json?group=lr&columns=x&sort=-lr");

        Assert.Equal(JsonValueKind.Null, groups[0].GetProperty("x mean").ValueKind);
        Assert.Equal((0.1, 2, 2, 2.0, 2), (
            groups[1]
                .GetProperty("lr")
                .GetDouble(), groups[1]
                .GetProperty("Runs")
                .GetInt32(), groups[1]
                .GetProperty("COMPLETED")
                .GetInt32(),
            groups[1].GetProperty("x mean").GetDouble(), groups[1].GetProperty("x n").GetInt32()));
    }

    [Fact]
    public async Task Of_a_whole_config_the_keys_stand_there_that_tell_groups_apart_without_seeds()
    {
        var rows = await CsvAsync("lab/groups.csv?group=config&columns=result&sort=-count");

        Assert.Equal(
            ["'=k", "Runs", "api_password", "lr", "x"],
            rows[0].Where(name => name is not ("COMPLETED" or "FAILED")).Order(StringComparer.Ordinal));
        Assert.Equal(4, rows.Count);
    }

    [Fact]
    public async Task No_cell_and_no_heading_is_a_formula()
    {
        var rows = await CsvAsync("lab/groups.csv?group=%3Dk,experiment&sort=count");

        Assert.Equal(["'=k", "Experiment"], rows[0].Take(2));
        Assert.Equal(["b", "'@evil"], rows[1].Take(2));
        Assert.Equal("'=1+1", rows[2][0]);
    }

    [Fact]
    public async Task Secrets_and_values_computed_from_them_stay_masked()
    {
        var rows = await CsvAsync("lab/groups.csv?group=api_password&columns=api_password&q=lr%20%3D%200.1&sort=-count");

        Assert.Equal("***", rows[1][0]);
        Assert.DoesNotContain(rows[0], name => name.StartsWith("api_password ", StringComparison.Ordinal));
        Assert.DoesNotContain("11", rows.SelectMany(row => row));
    }

    [Fact]
    public async Task Names_that_come_twice_are_told_apart()
    {
        await using var board = await BoardAsync(TestRuns.Run(4).With(("Runs", 1), ("COMPLETED", 2), ("x", 1.0), ("x mean", "m")));
        var rows = await ExportedFile.CsvAsync(board.Address, "lab/groups.csv?group=Runs,%22x%20mean%22,COMPLETED&columns=x");

        Assert.Equal(["Runs", "x mean", "COMPLETED", "Runs (2)", "COMPLETED (2)", "x mean (2)"], rows[0].Take(6));
    }

    [Fact]
    public async Task Statuses_without_end_do_not_make_columns_without_end()
    {
        await using var board = await BoardAsync(
            [.. Enumerable.Range(1, 100).Select(i => TestRuns.Run(i) with { Status = $"S{i}" }), TestRuns.Run(200), TestRuns.Run(201)]);

        var rows = await ExportedFile.CsvAsync(board.Address, "lab/groups.csv?group=experiment");

        Assert.Equal((34, "Other statuses"), (rows[0].TakeWhile(name => name != "Other statuses").Count(), rows[0][34]));
        Assert.Equal(("2", "69"), (rows[1][2], rows[1][34]));
    }

    [Fact]
    public async Task The_menu_offers_groups_and_runs_and_both_give_what_they_say()
    {
        var page = await RunTablePage.GetAsync(storage.Board, "lab/runs?group=lr&columns=x&sort=-max:x&size=25&open=1");
        var choices = page.Document.QuerySelectorAll("[data-export-of]");

        Assert.Equal(
            ["2 groups, with statistics", "3 runs, one line each"],
            choices.Select(choice => choice.QuerySelector(".menu-title")!.TextContent));
        var groups = await CsvAsync(choices[0].QuerySelector("[data-export-csv]")!.GetAttribute("href")!.TrimStart('/'));
        Assert.Equal(["0.1", "0.5"], groups.Skip(1).Select(row => row[0]));
        Assert.Equal(2, (await JsonAsync(choices[0].QuerySelector("[data-export-json]")!.GetAttribute("href")!.TrimStart('/'))).Count);
        var runs = await CsvAsync(choices[1].QuerySelector("[data-export-csv]")!.GetAttribute("href")!.TrimStart('/'));
        Assert.Equal(["2", "1", "3"], runs.Skip(1).Select(row => row[1]));

        var flat = await RunTablePage.GetAsync(storage.Board, "lab/runs?columns=x");
        Assert.Equal(["runs"], flat.Document.QuerySelectorAll("[data-export-of]").Select(choice => choice.GetAttribute("data-export-of")));
    }

    [Fact]
    public async Task All_groups_are_in_the_file_not_only_those_of_the_page()
    {
        await using var board = await BoardAsync([.. Enumerable.Range(1, 120).Select(i => TestRuns.Run(i).With(("lr", i)))]);

        Assert.Equal(1 + 120, (await ExportedFile.CsvAsync(board.Address, "lab/groups.csv?group=lr&page=2&size=25")).Count);
    }

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("json", "application/json")]
    public async Task The_file_has_a_name_with_source_and_date(string ending, string type)
    {
        using var answer = await GetAsync($"lab/groups.{ending}?group=experiment");

        Assert.Matches($@"^lab-groups-\d{{4}}-\d\d-\d\d\.{ending}$", answer.Content.Headers.ContentDisposition!.FileName!);
        Assert.Equal((type, "utf-8"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentType.CharSet));
    }

    [Theory]
    [InlineData("", "group is missing")]
    [InlineData("group=", "group is missing")]
    [InlineData("group=a..b", "group cannot be read")]
    [InlineData("group=lr&seeds=[", "seeds cannot be read")]
    [InlineData("group=lr&sort=mean:", "sort cannot be read")]
    [InlineData("group=lr&q=lr%20%3C", "q cannot be read")]
    [InlineData("group=lr&open=1:5", "open cannot be read")]
    [InlineData("group=lr&nonsense=1", "nonsense cannot be read")]
    public async Task Parameters_that_a_page_ignores_are_refused(string query, string problem)
    {
        using var answer = await GetAsync($"lab/groups.csv?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"The parameter {problem}", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_export_before_all_runs_are_loaded()
    {
        var store = new MemoryRunStore { BatchSize = 1 };
        store.Put(TestRuns.Run(1), TestRuns.Run(2));
        store.Hold();
        await using var board = Board.OnStore(store);

        using var answer = await ExportedFile.GetAsync(board.Address, "lab/groups.csv?group=lr&wait=0");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        store.LetThrough(10);
    }

    private static async Task<Board> BoardAsync(params RunSummary[] runs)
    {
        var store = new MemoryRunStore();
        store.Put(runs);
        var board = Board.OnStore(store);
        await board.LoadedAsync();
        return board;
    }

    private Task<List<string[]>> CsvAsync(string path) => ExportedFile.CsvAsync(storage.Address, path);

    private Task<IReadOnlyList<JsonElement>> JsonAsync(string path) => ExportedFile.JsonAsync(storage.Address, path);

    private Task<HttpResponseMessage> GetAsync(string path) => ExportedFile.GetAsync(storage.Address, path);

    public sealed class Storage() : MemoryBoard(
        TestRuns.Run(1).With(("lr", 0.1), ("x", 1.0), ("seed", 1), ("=k", "=1+1"), ("api_password", 11)),
        TestRuns.Run(2).With(("lr", 0.1), ("x", 3.0), ("seed", 2), ("=k", "=1+1"), ("api_password", 13)),
        TestRuns.Run(3)
            .With(("lr", 0.5), ("x", double.NaN), ("seed", 1), ("=k", "b")) with
        { Status = RunStatus.Failed, Experiment = "@evil" });
}
