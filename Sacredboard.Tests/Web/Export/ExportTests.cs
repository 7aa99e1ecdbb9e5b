using System.Net;
using System.Text.Json;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.TablePage;

namespace Sacredboard.Tests.Web.Export;

/// <summary>The exports of the menu, read by independent CSV and JSON readers.</summary>
public sealed class ExportTests(ExportTests.Storage storage) : IClassFixture<ExportTests.Storage>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_runs_of_the_table_are_in_the_file_in_its_order_with_its_columns()
    {
        var rows = await CsvAsync("lab/runs.csv?columns=lr,text,layers&sort=id&size=25&page=1&open=2");

        Assert.Equal(["Status", "Id", "lr", "text", "layers"], rows[0]);
        Assert.Equal(["COMPLETED", "1", "-0.1", "a \"b\", c\r\nd", ""], rows[1]);
        Assert.Equal(["COMPLETED", "2", "NaN", "one\ntwo", "[64,32]"], rows[2]);
        Assert.Equal(["FAILED", "'@evil", "", "", ""], rows[3]);
        Assert.Equal(4, rows.Count);
    }

    [Fact]
    public async Task No_cell_and_no_heading_is_a_formula()
    {
        var rows = await CsvAsync("lab/runs.csv?columns=%3Dcmd,experiment&sort=id");

        Assert.Equal(["Status", "Id", "'=cmd", "Experiment"], rows[0]);
        Assert.Equal("'=1+1", rows[1][2]);
        Assert.Equal("naïve 🚀", rows[3][3]);
    }

    [Fact]
    public async Task Columns_of_one_title_have_names_of_their_own()
    {
        var rows = await CsvAsync("lab/runs.csv?columns=Status,config.host,host,experiment,model.lr,optimizer.lr");

        Assert.Equal(["Status", "Id", "Status (2)", "config.host", "Host", "Experiment", "model.lr", "optimizer.lr"], rows[0]);
    }

    [Fact]
    public async Task Secrets_stay_hidden()
    {
        Assert.Equal("***", (await CsvAsync("lab/runs.csv?columns=password&sort=id"))[1][2]);
        Assert.Equal("***", (await JsonAsync("lab/runs.json?columns=password&sort=id"))[0].GetProperty("password").GetString());
    }

    [Fact]
    public async Task JSON_keeps_the_kinds_of_values()
    {
        var runs = await JsonAsync("lab/runs.json?columns=lr,layers,started,duration&sort=id");

        Assert.Equal([1, 2], runs.Take(2).Select(run => run.GetProperty("Id").GetInt32()));
        Assert.Equal("@evil", runs[2].GetProperty("Id").GetString());
        Assert.Equal(-0.1, runs[0].GetProperty("lr").GetDouble());
        Assert.Equal("NaN", runs[1].GetProperty("lr").GetString());
        Assert.Equal([64, 32], runs[1].GetProperty("layers").EnumerateArray().Select(item => item.GetInt32()));
        Assert.Equal(JsonValueKind.Null, runs[0].GetProperty("layers").ValueKind);
        Assert.Equal("2026-01-01T00:01:00.000000Z", runs[0].GetProperty("Started").GetString());
        Assert.Equal(30.0, runs[0].GetProperty("Duration").GetDouble());
    }

    [Fact]
    public async Task The_links_of_the_page_give_what_it_shows()
    {
        var page = await RunTablePage.GetAsync(storage.Board, "lab/runs?status=COMPLETED&sort=-id&size=25");
        var rows = await CsvAsync(page.Document.QuerySelector("[data-export-csv]")!.GetAttribute("href")!.TrimStart('/'));

        Assert.Equal(page.Ids, rows.Skip(1).Select(row => row[1]));
        Assert.Equal(page.Columns.Count, rows[0].Length);
        Assert.Equal(2, (await JsonAsync(page.Document.QuerySelector("[data-export-json]")!.GetAttribute("href")!.TrimStart('/'))).Count);
    }

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("json", "application/json")]
    public async Task The_file_has_a_name_with_source_and_date(string ending, string type)
    {
        using var answer = await GetAsync($"lab/runs.{ending}");

        Assert.Matches($@"^lab-runs-\d{{4}}-\d\d-\d\d\.{ending}$", answer.Content.Headers.ContentDisposition!.FileName!);
        Assert.Equal((type, "utf-8"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentType.CharSet));
    }

    [Theory]
    [InlineData("sort=a..b", "sort")]
    [InlineData("columns=%22", "columns")]
    [InlineData("nonsense=1", "nonsense")]
    public async Task Parameters_that_a_page_ignores_are_refused(string query, string parameter)
    {
        using var answer = await GetAsync($"lab/runs.csv?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            $"The parameter {parameter} cannot be read",
            await answer.Content.ReadAsStringAsync(Token),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_export_before_all_runs_are_loaded()
    {
        var store = new MemoryRunStore { BatchSize = 1 };
        store.Put(TestRuns.Run(1), TestRuns.Run(2));
        store.Hold();
        await using var board = Board.OnStore(store);
        using var client = new HttpClient { BaseAddress = board.Address };

        using var answer = await client.GetAsync("lab/runs.csv?wait=0", Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token));
        Assert.Matches(@"^The lab is \S.*\.$", problem.RootElement.GetProperty("detail").GetString()!);
        store.LetThrough(10);
    }

    private Task<List<string[]>> CsvAsync(string path) => ExportedFile.CsvAsync(storage.Address, path);

    private Task<IReadOnlyList<JsonElement>> JsonAsync(string path) => ExportedFile.JsonAsync(storage.Address, path);

    private Task<HttpResponseMessage> GetAsync(string path) => ExportedFile.GetAsync(storage.Address, path);

    public sealed class Storage() : MemoryBoard(
        TestRuns.Run(1).With(("lr", -0.1), ("=cmd", "=1+1"), ("text", "a \"b\", c\r\nd"), ("password", "hunter2")),
        TestRuns.Run(2)
            .With(("lr", double.NaN), ("layers", new object?[] { 64, 32 }), ("Status", "odd"), ("host", "gpu"), ("text", "one\ntwo")),
        TestRuns.Run(3) with { Status = RunStatus.Failed, Experiment = "naïve 🚀", Id = RunId.Of("@evil") });
}
