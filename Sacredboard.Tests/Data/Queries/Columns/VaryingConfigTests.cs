using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Columns;

/// <summary>Which config keys differ in a whole result.</summary>
public sealed class VaryingConfigTests
{
    [Fact]
    public async Task All_runs_that_are_found_are_looked_at_whatever_page_is_shown()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync([.. Enumerable.Range(1, 300)
            .Select(i => TestRuns.Run(i).With(("same", 1), ("last", i == 300 ? 2 : 1), ("lr", i % 3), ("seed", i)))]);

        Assert.Equal(["lr", "last", "seed"], Names(snapshot.Queries().DifferingConfig(new RunQuery { Take = 10, Skip = 100 })));
    }

    [Fact]
    public async Task Only_the_runs_that_are_found_are_looked_at()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(
            TestRuns.Run(1).With(("lr", 1), ("n", 1)),
            TestRuns.Run(2).With(("lr", 1), ("n", 2)),
            TestRuns.Run(3).With(("lr", 2), ("n", 2)) with { Status = RunStatus.Failed });

        Assert.Equal(["n"], Names(snapshot.Queries().DifferingConfig(new RunQuery { Statuses = [RunStatus.Completed] })));
        Assert.Empty(snapshot.Queries().DifferingConfig(new RunQuery { Statuses = [RunStatus.Failed] }));
    }

    [Fact]
    public async Task A_key_that_some_lack_differs_and_comes_late_when_most_do()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(
            TestRuns.Run(1).With(("lr", 1), ("rare", 1), ("__doc__", "a"), ("tags", "x")),
            TestRuns.Run(2).With(("lr", 2), ("deep", TestRuns.Object(("er", null)))),
            TestRuns.Run(3).With(("lr", 2)), TestRuns.Run(4));

        Assert.Equal(["lr", "rare", "deep.er"], Names(snapshot.Queries().DifferingConfig(new RunQuery())));
    }

    [Fact]
    public async Task Few_runs_and_all_runs_are_compared_in_the_same_way()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(
            TestRuns.Run(1).With(("random_state", 1), ("lr", 1), ("once", 1), ("__doc__", "a"), ("n", 1)),
            TestRuns.Run(2).With(("random_state", 2), ("lr", 2), ("n", 1)),
            TestRuns.Run(3).With(("random_state", 3), ("lr", 3), ("n", 2)),
            TestRuns.Run(4).With(("random_state", 4), ("lr", 4)));

        Assert.Equal(["lr", "n", "once", "random_state"], Names(snapshot.Queries().DifferingConfig(new RunQuery())));
        // On a page, what only repeats another key comes last.
        Assert.Equal(["lr", "n", "once", "random_state"], Names(snapshot.Queries().DifferingConfig(snapshot.Runs, 10)));
    }

    private static IEnumerable<string> Names(IReadOnlyList<RunField> fields) => fields.Select(field => field.ToString());
}
