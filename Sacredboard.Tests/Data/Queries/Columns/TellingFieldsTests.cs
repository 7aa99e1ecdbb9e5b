using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Columns;

/// <summary>What of a source is worth a column.</summary>
public sealed class TellingFieldsTests
{
    [Fact]
    public async Task Own_fields_are_present_and_may_differ()
    {
        var telling = await TellingAsync(
            TestRuns.Run(1) with { Comment = "", Host = "a", Result = TestRuns.Value(1) },
            TestRuns.Run(2) with { Host = "b", Tags = ["x"], Result = TestRuns.Value(1) });

        Assert.Superset(new HashSet<OwnField> { OwnFields.Experiment, OwnFields.Started, OwnFields.Duration }, telling.Present.ToHashSet());
        Assert.DoesNotContain(OwnFields.Comment, telling.Present);
        Assert.DoesNotContain(OwnFields.Heartbeat, telling.Present);
        Assert.Superset(new HashSet<OwnField> { OwnFields.Host, OwnFields.Tags, OwnFields.Started }, telling.Differing.ToHashSet());
        Assert.DoesNotContain(OwnFields.Experiment, telling.Differing);
        Assert.DoesNotContain(OwnFields.Result, telling.Differing);
    }

    [Fact]
    public async Task One_run_alone_is_worth_all_that_it_has() =>
        Assert.Contains(OwnFields.Experiment, (await TellingAsync(TestRuns.Run(1))).Differing);

    [Fact]
    public async Task Of_the_config_there_are_no_constants_seeds_secrets_and_rarities()
    {
        var telling = await TellingAsync([.. Enumerable.Range(1, 30).Select(id => TestRuns.Run(id).With(
            ("lr", id % 3),
            ("constant", 1),
            ("seed", id),
            ("password", $"secret {id}"),
            ("model", TestRuns.Object(("hidden", id % 2))),
            (id > 28 ? "rare" : "other", id > 28 ? id : 7)))]);

        Assert.Equal(["lr", "model.hidden"], telling.Config.Select(field => field.ToString()));
    }

    [Fact]
    public async Task Of_many_runs_it_stays_the_same_while_single_ones_come()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put([.. Enumerable.Range(1, 3000).Select(id => TestRuns.Run(id).With(("lr", id % 7), ("depth", id % 5)))]);
        await catalog.LoadAsync();
        var before = catalog.Snapshot.Queries().Telling;

        catalog.Store.Put(TestRuns.Run(3001).With(("lr", 99), ("new", 1)) with { Status = RunStatus.Running, Stopped = null });
        await catalog.UntilAsync(() => catalog.Snapshot.Runs.Count == 3001);
        var after = catalog.Snapshot.Queries().Telling;

        Assert.Equal(["lr", "depth"], before.Config.Select(field => field.ToString()));
        Assert.Equal(before.Config, after.Config);
        Assert.Equal((false, true), (before.IsAnyRunning, after.IsAnyRunning));
        Assert.Same(after, catalog.Snapshot.Queries().Telling);
    }

    private static async Task<TellingFields> TellingAsync(params RunSummary[] runs) =>
        (await TestCatalog.SnapshotOfAsync(runs)).Queries().Telling;
}
