using Sacredboard.Data.Queries;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Columns;

public sealed class DifferingConfigTests
{
    [Fact]
    public async Task Fields_that_differ_come_in_a_useful_order()
    {
        var fields = await FindAsync(10, [.. Enumerable.Range(0, 12).Select(i => Make(
            i,
            i % 2 == 0 ? "a" : "b",
            ("seed", i),
            ("__doc__", $"doc {i}"),
            ("tags", $"tag{i}"),
            ("same", 1),
            ("output_dir", i % 2 == 0 ? "/a" : "/b"),
            ("amp", i % 3 == 0),
            ("lr", 0.1 * (i % 6)),
            ("model", TestRuns.Object(("depth", i % 4), ("deep", TestRuns.Object(("er", i % 4 == 3 ? 7 : i % 3)))))))]);

        // Many values first, depth costs; what only repeats the experiment comes late, seeds last, constants, tags and docs never.
        Assert.Equal(["lr", "model.depth", "amp", "model.deep.er", "seed", "output_dir"], fields);
    }

    [Fact]
    public async Task A_field_that_some_runs_lack_differs()
    {
        Assert.Equal(["x"], await FindAsync(10, Make(1, "e", ("x", 1), ("y", 2)), Make(2, "e", ("y", 2))));
        Assert.Equal(["x"], await FindAsync(10, Make(1, "e", ("x", null)), Make(2, "e")));
    }

    [Fact]
    public async Task Values_of_different_types_differ_and_equal_lists_do_not()
    {
        Assert.Equal(
            ["x"],
            await FindAsync(
                10,
                Make(1, "e", ("x", 1), ("l", new object?[] { 1, 2 })),
                Make(2, "e", ("x", "1"), ("l", new object?[] { 1, 2 }))));
    }

    [Fact]
    public async Task No_more_than_wanted_are_given_and_one_run_differs_from_nothing()
    {
        RunSummary[] runs = [Make(1, "e", ("a", 1), ("b", 1), ("c", 1)), Make(2, "e", ("a", 2), ("b", 3), ("c", 4))];
        Assert.Equal(2, (await FindAsync(2, runs)).Count());
        Assert.Empty(await FindAsync(0, runs));
        Assert.Empty(await FindAsync(10, runs[0]));
        Assert.Empty(await FindAsync(10));
    }

    private static RunSummary Make(int id, string experiment, params (string, object?)[] config) =>
        TestRuns.Run(id).With(config) with { Experiment = experiment };

    private static async Task<IEnumerable<string>> FindAsync(int max, params RunSummary[] runs)
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(runs);
        return snapshot.Queries().DifferingConfig(snapshot.Runs, max).Select(field => field.ToString());
    }
}
