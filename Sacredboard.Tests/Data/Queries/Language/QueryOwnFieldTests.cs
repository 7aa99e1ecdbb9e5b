using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Language;

/// <summary>The run's own fields, and those of its document. Now is a little after the end of the epoch's day.</summary>
public sealed class QueryOwnFieldTests
{
    private static readonly DateTime Now = TestRuns.Epoch.AddDays(1);

    [Theory]
    // The liveness rule, and the stored word.
    [InlineData("status = running", "live")]
    [InlineData("status = dead", "dead")]
    [InlineData("status != Dead", "done live text")]
    [InlineData("status in (failed, DEAD)", "dead")]
    [InlineData("status ~ ^COMP", "done")]
    [InlineData("status == completed", "done")]
    [InlineData("missing(status)", "text")]
    [InlineData(".status = RUNNING", "dead live")]
    [InlineData(".status = running", "")]
    [InlineData("kind(.status) = null", "text")]
    // Times.
    [InlineData("started > -3h", "live")]
    [InlineData("started < -3h", "done dead text")]
    [InlineData("started >= today", "")]
    [InlineData("started >= yesterday", "done dead live text")]
    [InlineData("started = 2026-01-01T00:01", "done")]
    [InlineData("started = \"2026-01-01 00:01:00\"", "done")]
    [InlineData("stopped = null", "dead live text")]
    [InlineData("exists(heartbeat)", "dead live")]
    [InlineData(".start_time < 2026-01-01T12:00", "done dead text")]
    [InlineData("kind(.stop_time) = text", "text")]
    [InlineData("kind(.stop_time) = date", "done")]
    [InlineData("missing(.stop_time)", "dead live")]
    // Durations of ended, running and dead runs.
    [InlineData("duration = 30", "done")]
    [InlineData("duration = 30s", "done")]
    [InlineData("duration > 1h", "live")]
    [InlineData("duration <= 10m", "done dead")]
    [InlineData("duration = null", "text")]
    [InlineData("kind(duration) = number", "done dead live")]
    // Ids.
    [InlineData("id = 1", "done")]
    [InlineData("id >= 2", "dead live text")]
    [InlineData("id = \"007\"", "text")]
    [InlineData("id = 7", "text")]
    [InlineData("._id = 7", "")]
    [InlineData("._id = \"007\"", "text")]
    [InlineData("kind(id) = text", "text")]
    [InlineData("id in (1, 2)", "done dead")]
    // Tags, comment and notes, and the rest.
    [InlineData("tags has best", "done")]
    [InlineData("tags = best", "done")]
    [InlineData("tags != best", "dead live text")]
    [InlineData("tags ~ ^sw", "done live")]
    [InlineData("tags contains EEP", "done live")]
    [InlineData("missing(tags)", "")]
    [InlineData("tags == best", "")]
    [InlineData("comment contains baseline or notes contains baseline", "done dead")]
    [InlineData("host = gpu1", "live")]
    [InlineData("host.hostname = gpu1 and .host.hostname = gpu1", "live")]
    [InlineData("user = ada", "live")]
    [InlineData("experiment = train", "done dead live text")]
    [InlineData("result > 0.5", "done")]
    [InlineData("result.accuracy = 0.25", "live")]
    [InlineData("kind(.result) = object", "live")]
    [InlineData(".command = main", "done")]
    [InlineData("command = data.main", "done")]
    [InlineData(".omniboard.notes contains base", "done")]
    [InlineData("failure contains memory", "text")]
    [InlineData("\"status\" = 5", "live")]
    [InlineData("config.status = 5", "live")]
    // Metrics.
    [InlineData("min(loss) < 0.3", "done")]
    [InlineData("last(loss) = 4 and MAX(loss) = 4 and count(loss) = 3 and argmin(loss) = 1 and at(loss, 0) = 0.5", "done")]
    [InlineData("missing(min(loss))", "dead live text")]
    [InlineData("min(\"odd, (name)\") = 1", "dead")]
    public async Task A_field_of_the_run_means_what_the_table_shows(string query, string comments)
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put(
            TestRuns.Run(1) with
            {
                Comment = "a baseline",
                Notes = "done",
                Tags = ["best", "sweep"],
                Result = new SacredDouble(0.9),
                Command = "data.main",
                Document = TestRuns.Object(("command", "main"), ("omniboard", TestRuns.Object(("notes", "baseline")))),
            },
            TestRuns.Run(2) with
            {
                Status = RunStatus.Running,
                Stopped = null,
                Heartbeat = TestRuns.Epoch.AddMinutes(10),
                Notes = "dead: baseline"
            },
            TestRuns.Run(3).With(("status", 5)) with
            {
                Status = RunStatus.Running,
                Started = Now.AddHours(-2),
                Stopped = null,
                Heartbeat = Now.AddHours(1),
                Notes = "live",
                Tags = ["sweeps"],
                Host = "gpu1",
                Result = TestRuns.Object(("accuracy", 0.25)),
                HostInfo = TestRuns.Object(("hostname", "gpu1"), ("ENV", TestRuns.Object(("USER", "ada")))),
            },
            TestRuns.Run(4) with
            {
                Id = RunId.Of("007"),
                Status = null,
                Stopped = null,
                Notes = "text",
                Failure = "out of memory",
                Document = TestRuns.Object(("status", null), ("stop_time", "soon")),
            });
        catalog.Store.Metrics[(RunId.Of(1), "loss")] = [0.5, 0.25, 4];
        catalog.Store.Metrics[(RunId.Of(2), "odd, (name)")] = [1];
        await catalog.LoadAsync();
        var asked = new RunQuery { Text = query, Sort = [new(RunField.Own("id"), false)] };
        await catalog.UntilAsync(
            () => catalog.Snapshot.Progress(catalog.Snapshot.Queries().Find(asked).Metrics).All(progress => progress.IsComplete),
            seconds: 60);
        var page = catalog.Snapshot.Queries().Find(asked);

        Assert.Null(page.Error);
        // By the first word of their notes.
        Assert.Equal(comments.Split(' ', StringSplitOptions.RemoveEmptyEntries), page.Runs.Select(run => run.Notes!.Split(':', ' ')[0]));
    }

    [Fact]
    public async Task What_depends_on_the_time_is_not_answered_from_what_was()
    {
        await using var catalog = new TestCatalog(new RunCatalogOptions { DeadAfter = TimeSpan.FromDays(9) });
        catalog.Store.Put(TestRuns.Run(1) with
        {
            Started = Now.AddMinutes(-58),
            Status = RunStatus.Running,
            Stopped = null,
            Heartbeat = Now
        });
        await catalog.LoadAsync();
        var (young, brief) = (new RunQuery { Text = "started > -1h" }, new RunQuery { Text = "duration < 1h" });
        Assert.Equal((1, 1), (catalog.Snapshot.Queries().Find(young).Matched, catalog.Snapshot.Queries().Find(brief).Matched));

        await catalog.PassAsync(TimeSpan.FromMinutes(3));

        Assert.Equal((0, 0), (catalog.Snapshot.Queries().Find(young).Matched, catalog.Snapshot.Queries().Find(brief).Matched));
    }
}
