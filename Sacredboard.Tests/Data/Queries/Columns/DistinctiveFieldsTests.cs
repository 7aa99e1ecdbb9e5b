using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Columns;

/// <summary>What of a source is worth a column.</summary>
public sealed class DistinctiveFieldsTests
{
    [Fact]
    public async Task Own_fields_are_present_and_may_differ()
    {
        var distinctive = await DistinctiveAsync(
            TestRuns.Run(1) with { Comment = "", Host = "a", Result = TestRuns.Value(1) },
            TestRuns.Run(2) with { Host = "b", Tags = ["x"], Result = TestRuns.Value(1) });

        Assert.Superset(new HashSet<OwnField> { OwnFields.Experiment, OwnFields.Started, OwnFields.Duration }, distinctive.Present.ToHashSet());
        Assert.DoesNotContain(OwnFields.Comment, distinctive.Present);
        Assert.DoesNotContain(OwnFields.Heartbeat, distinctive.Present);
        Assert.Superset(new HashSet<OwnField> { OwnFields.Host, OwnFields.Tags, OwnFields.Started }, distinctive.Differing.ToHashSet());
        Assert.DoesNotContain(OwnFields.Experiment, distinctive.Differing);
        Assert.DoesNotContain(OwnFields.Result, distinctive.Differing);
    }

    [Fact]
    public async Task One_run_alone_is_worth_all_that_it_has() =>
        Assert.Contains(OwnFields.Experiment, (await DistinctiveAsync(TestRuns.Run(1))).Differing);

    [Fact]
    public async Task Of_the_config_there_are_no_constants_seeds_secrets_and_rarities()
    {
        var distinctive = await DistinctiveAsync([.. Enumerable.Range(1, 30).Select(id => TestRuns.Run(id).With(
            ("lr", id % 3),
            ("constant", 1),
            ("seed", id),
            ("password", $"secret {id}"),
            ("model", TestRuns.Object(("hidden", id % 2))),
            (id > 28 ? "rare" : "other", id > 28 ? id : 7)))]);

        Assert.Equal(["lr", "model.hidden"], distinctive.Config.Select(field => field.ToString()));
    }

    [Fact]
    public async Task Of_many_runs_it_stays_the_same_while_single_ones_come()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put([.. Enumerable.Range(1, 3000).Select(id => TestRuns.Run(id).With(("lr", id % 7), ("depth", id % 5)))]);
        await catalog.LoadAsync();
        var before = catalog.Snapshot.Queries().Distinctive;

        catalog.Store.Put(TestRuns.Run(3001).With(("lr", 99), ("new", 1)) with { Status = RunStatus.Running, Stopped = null });
        await catalog.UntilAsync(() => catalog.Snapshot.Runs.Count == 3001);
        var after = catalog.Snapshot.Queries().Distinctive;

        Assert.Equal(["lr", "depth"], before.Config.Select(field => field.ToString()));
        Assert.Equal(before.Config, after.Config);
        Assert.Equal((false, true), (before.IsAnyRunning, after.IsAnyRunning));
        Assert.Same(after, catalog.Snapshot.Queries().Distinctive);
    }

    private static async Task<DistinctiveFields> DistinctiveAsync(params RunSummary[] runs) =>
        (await TestCatalog.SnapshotOfAsync(runs)).Queries().Distinctive;
}
