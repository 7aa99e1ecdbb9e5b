using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Corrections;

/// <summary>What people type who do not know the language: each works, or says what to write instead. Nothing finds no run in silence.</summary>
public sealed class SpellingTests
{
    [Theory]
    // Commas, dots and percents in numbers.
    [InlineData("lr < 0,1", "lr < 0.1")]
    [InlineData("lr = 0,1", "lr = 0.1")]
    [InlineData("lr = 1e-3.", "lr = 1e-3")]
    [InlineData("lr = 0.1;", "lr = 0.1")]
    [InlineData("lr = 10%", "lr = 0.1")]
    [InlineData("lr = 0_1", "lr = 01")]
    [InlineData("hidden < 10k", "hidden < 10000")]
    // Colons, as in the search of GitHub, Gmail, Jira.
    [InlineData("status:failed", "status = failed")]
    [InlineData("Status:failed", "status = failed")]
    [InlineData("lr: 0.1", "lr = 0.1")]
    [InlineData("lr : 0.1", "lr = 0.1")]
    [InlineData("lr:0.1", "lr = 0.1")]
    [InlineData("tag:sweep", "tags has sweep")]
    [InlineData("tags: sweep", "tags has sweep")]
    [InlineData("comment:baseline", "comment contains baseline")]
    [InlineData("status:FAILED,COMPLETED", "status in (FAILED, COMPLETED)")]
    [InlineData("id:4..10", "id >= 4 and id <= 10")]
    // Ranges and lists.
    [InlineData("lr between 0.1 and 0.3", "lr >= 0.1 and lr <= 0.3")]
    [InlineData("id in 4..10", "id >= 4 and id <= 10")]
    [InlineData("id in 4-10", "id >= 4 and id <= 10")]
    [InlineData("id = 4..10", "id >= 4 and id <= 10")]
    [InlineData("lr in [0.1, 0.3]", "lr in (0.1, 0.3)")]
    [InlineData("status in failed, completed", "status in (failed, completed)")]
    [InlineData("status not in failed", "status not in (failed)")]
    [InlineData("status = FAILED,COMPLETED", "status in (FAILED, COMPLETED)")]
    [InlineData("status = FAILED, COMPLETED", "status in (FAILED, COMPLETED)")]
    [InlineData("sweep in tags", "tags has sweep")]
    // Words for operators.
    [InlineData("status is failed", "status = failed")]
    [InlineData("lr is 0.1", "lr = 0.1")]
    [InlineData("lr equals 0.1", "lr = 0.1")]
    [InlineData("lr is less than 0.1", "lr < 0.1")]
    [InlineData("lr gt 0.1", "lr > 0.1")]
    [InlineData("lr is null", "lr = null")]
    [InlineData("experiment like %igit%", "experiment contains igit")]
    [InlineData("experiment starts with dig", "experiment ~ \"^dig\"")]
    [InlineData("experiment matches ^dig", "experiment ~ ^dig")]
    [InlineData("lr exists", "exists(lr)")]
    [InlineData("status failed", "status = failed")]
    [InlineData("#12", "id = 12")]
    // Joined without words.
    [InlineData("lr<0.1&hidden=64", "0.1 and hidden=64")]
    [InlineData("lr<0.1&&hidden=64", "0.1 and hidden=64")]
    [InlineData("lr<0.1,hidden=64", "0.1 and hidden=64")]
    [InlineData("status=failed|hidden=3", "failed or hidden=3")]
    // Times.
    [InlineData("duration > 1000 hours", "duration > 1000h")]
    [InlineData("started = 2026-11-23", "started >= 2026-11-23 and started < 2026-11-24")]
    [InlineData("started = today", "started >= today")]
    // Others.
    [InlineData("experiment = dig*", "experiment ~ \"^dig\"")]
    [InlineData("experiment = “digits”", "\"digits\"")]
    [InlineData("“two words”", "\"two words\"")]
    [InlineData("!status=failed", "not status=failed")]
    [InlineData("-nadam", "not nadam")]
    [InlineData("0.1 < hidden", "hidden > 0.1")]
    public async Task A_spelling_without_a_run_is_corrected_as_a_text_that_cannot_be_read_is(string query, string suggestion)
    {
        var (snapshot, page) = await FindAsync(query);

        Assert.Equal(0, page.Matched);
        Assert.NotNull(page.Error);
        Assert.Contains(suggestion, page.Error.Suggestions);
        AssertReads(snapshot, query, page.Error.Position, page.Error.Length, suggestion);
    }

    [Theory]
    [InlineData("lr => 0.1", ">=")]
    [InlineData("lr =>0.1", ">=")]
    [InlineData("lr =< 1", "<=")]
    [InlineData("lr=<1", "<=")]
    [InlineData("lr<>0.1", "!=")]
    [InlineData("lr =! 0.1", "!=")]
    [InlineData("lr ===0.1", "==")]
    [InlineData("lr ~= 0.1", "~")]
    [InlineData("(lr<0.1)&(hidden=64)", " and ")]
    [InlineData("!(status=failed)", "not ")]
    [InlineData("config[lr] = 0.1", "config.lr")]
    [InlineData("config[\"lr\"] = 0.1", "config.lr")]
    [InlineData("avg(loss) < 1", "mean")]
    [InlineData("started > 2 days ago", "-2d")]
    [InlineData("started > 1hour", "-1h")]
    [InlineData("started > 23.11.2026", "2026-11-23")]
    [InlineData("duration > 1hour", "1h")]
    [InlineData("duration > \"90 min\"", "90m")]
    public async Task A_spelling_that_cannot_be_read_is_corrected(string query, string suggestion)
    {
        var (snapshot, page) = await FindAsync(query);

        Assert.Equal(suggestion, page.Error?.Suggestion);
        AssertReads(snapshot, query, page.Error!.Position, page.Error.Length, suggestion);
    }

    [Theory]
    // Of another type, in another case, or nearly the word.
    [InlineData("status = fail", "FAILED")]
    [InlineData("hidden == \"64\"", "64")]
    [InlineData("hidden = \"64\"", "64")]
    [InlineData("version = 3", "\"3\"")]
    [InlineData("flag = \"true\"", "true")]
    [InlineData("flag = 1", "true")]
    [InlineData("flag = yes", "true")]
    [InlineData("experiment = Digits", "digits")]
    [InlineData("experiment = digit", "digits")]
    [InlineData("tags has Sweep", "sweep")]
    [InlineData("optimizer = adam", "optimizer.name")]
    // Fields of other names.
    [InlineData("tag = sweep", "tags")]
    [InlineData("state = failed", "status")]
    [InlineData("params.lr = 1", "lr")]
    [InlineData("hiden = 64", "hidden")]
    public async Task A_name_or_a_value_that_no_run_has_is_answered_with_the_one_that_may_be_meant(string query, string suggestion)
    {
        var (snapshot, page) = await FindAsync(query);

        Assert.Null(page.Error);
        Assert.Equal(0, page.Matched);
        var note = page.Notes.First(note => note.Suggestions.Contains(suggestion));
        AssertReads(snapshot, query, note.Position, note.Length, suggestion);
    }

    [Theory]
    [InlineData("not status failed", "status = failed")]
    [InlineData("not status:failed", "status = failed")]
    [InlineData("lr: 0.1 or id = 1", "lr = 0.1")]
    [InlineData("status:odd", "status = odd")]
    [InlineData("lr < 0,1 or id = 1", "lr < 0.1")]
    public async Task With_runs_that_match_as_it_is_written_the_correction_is_only_offered(string query, string suggestion)
    {
        var (snapshot, page) = await FindAsync(query);

        Assert.Null(page.Error);
        Assert.NotEqual(0, page.Matched);
        var note = Assert.Single(page.Notes);
        Assert.Equal([suggestion], note.Suggestions);
        AssertReads(snapshot, query, note.Position, note.Length, suggestion);
    }

    [Theory]
    [InlineData("lr > .01", "1")]
    [InlineData("lr ≥ 0.1", "1")]
    [InlineData("lr≤0.1", "1")]
    [InlineData("lr ≠ 0.1 and hidden = 64", "")]
    [InlineData("\"lr\" = 0.1", "1")]
    [InlineData("STATUS = failed", "")]
    [InlineData("a:b", "3")]
    [InlineData("gpus = 0,1", "2")]
    [InlineData("url = http://x?a=1&hidden=2", "2")]
    [InlineData("\"status:failed\"", "")]
    [InlineData("\"#12\"", "")]
    [InlineData("command = <lambda>", "2")]
    [InlineData("http://x", "2")]
    public async Task What_only_looks_like_a_mistake_is_answered_as_it_is_written(string query, string ids)
    {
        var (_, page) = await FindAsync(query);

        Assert.Null(page.Error);
        Assert.Equal(ids, string.Join(' ', page.Runs.Select(run => run.Id)));
    }

    [Theory]
    [InlineData("lr > 5", "No run has lr > 5; lr is 0.1 in all runs that have it")]
    [InlineData("width = 1", "No run has width = 1; width is from 2 to 3.5")]
    [InlineData("optimizer.name = lion", "No run has optimizer.name = lion; optimizer.name is adam")]
    public async Task A_value_that_no_run_has_is_answered_with_those_that_runs_have(string query, string message)
    {
        var (_, page) = await FindAsync(query);

        Assert.Null(page.Error);
        Assert.Equal(message, Assert.Single(page.Notes).Message);
    }

    [Fact]
    public async Task A_statistic_beside_its_metric_is_offered_as_one_field()
    {
        var (snapshot, page) = await FindAsync("min loss < 0.3");

        var note = page.Notes.First(note => note.Suggestions.Contains("min(loss)"));
        AssertReads(snapshot, "min loss < 0.3", note.Position, note.Length, "min(loss)");
    }

    [Fact]
    public async Task Of_several_filters_the_one_without_a_run_is_named()
    {
        Assert.Equal(["No run matches nothing-like-it"], Messages(await FindAsync("lr = 0.1 and nothing-like-it")));
        Assert.Equal(
            ["Each of these filters finds runs, but no run matches all of them"],
            Messages(await FindAsync("id = 1 and status = failed")));

        static IEnumerable<string> Messages((CatalogSnapshot Snapshot, RunQueryResult Page) found) =>
            found.Page.Notes.Select(note => note.Message);
    }

    // A correction must be a query, and must not need another correction.
    private static void AssertReads(CatalogSnapshot snapshot, string query, int position, int length, string suggestion)
    {
        var corrected = string.Concat(query.AsSpan(0, position), suggestion, query.AsSpan(position + length));
        var page = snapshot.Queries().Find(new RunQuery { Text = corrected });
        Assert.True(page.Error is null, $"{corrected}: {page.Error}");
    }

    private static async Task<(CatalogSnapshot Snapshot, RunQueryResult Page)> FindAsync(string query)
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put(
            TestRuns.Run(1).With(("lr", 0.1), ("width", 2), ("hidden", 64), ("flag", true), ("version", "3"), ("optimizer", TestRuns.Object(("name", "adam"), ("beta", 0.9)))) with
            {
                Experiment = "digits",
                Tags = ["sweep"],
            },
            TestRuns.Run(2).With(("width", 3.5), ("gpus", "0,1"), ("url", "http://x?a=1&hidden=2")) with
            {
                Experiment = "evaluate",
                Status = "FAILED",
                Command = "<lambda>",
                Result = new SacredDouble(0.5),
            },
            TestRuns.Run(3) with { Experiment = "evaluate", Comment = "a:b status:odd" });
        catalog.Store.Metrics[(RunId.Of(1), "loss")] = [0.5];
        await catalog.LoadAsync();
        await catalog.UntilAsync(() => catalog.Snapshot.MetricNames.Count > 0);
        return (catalog.Snapshot, catalog.Snapshot.Queries().Find(new RunQuery { Text = query }));
    }
}
