using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Columns;

public sealed class ColumnListingTests
{
    [Fact]
    public async Task Every_path_is_listed_with_how_many_runs_have_it()
    {
        var listing = await ListAsync(
            TestRuns.Run(1).With(("lr", 0.1), ("optimizer", TestRuns.Object(("name", "adam"), ("beta", 0.9)))),
            TestRuns.Run(2).With(("lr", 0.2), ("optimizer", "sgd")),
            TestRuns.Run(3).With(("Batch", 8)) with
            {
                Info = TestRuns.Object(("best", TestRuns.Object(("loss", 0.5)))),
                HostInfo = TestRuns.Object(("os", "Linux"))
            });

        Assert.Equal(
            ["Batch 1", "lr 2", "optimizer 2 …", "optimizer.beta 1", "optimizer.name 1", "info.best 1 …", "info.best.loss 1", "host.os 1"],
            listing.Paths.Select(path => $"{path.Field} {path.Runs}{(path.HasChildren ? " …" : "")}"));
    }

    [Fact]
    public async Task An_example_is_what_one_of_the_runs_has_and_rather_a_value_than_none()
    {
        var listing = await ListAsync(
            TestRuns.Run(1).With(("a", null), ("b", null), ("o", "text")),
            TestRuns.Run(2).With(("a", 7), ("b", null), ("o", TestRuns.Object(("x", 1)))));

        var examples = listing.Paths.ToDictionary(path => path.Field.ToString(), path => path.Example);
        Assert.Equal(7, Assert.IsType<SacredInteger>(examples["a"]).Value);
        Assert.IsType<SacredNull>(examples["b"]);
        Assert.Equal("text", Assert.IsType<SacredText>(examples["o"]).Value);
    }

    [Fact]
    public async Task A_run_counts_once_for_an_object_however_much_is_in_it()
    {
        var listing = await ListAsync(TestRuns.Run(1).With(("o", TestRuns.Object(("x", TestRuns.Object(("a", 1), ("b", 2))), ("y", 3)))));

        Assert.All(listing.Paths, path => Assert.Equal(1, path.Runs));
        Assert.Equal(["o", "o.x", "o.x.a", "o.x.b", "o.y"], listing.Paths.Select(path => path.Field.ToString()));
    }

    [Fact]
    public async Task Own_fields_are_there_where_any_run_has_them()
    {
        var listing = await ListAsync(
            TestRuns.Run(1),
            TestRuns.Run(2) with { Comment = "first try", Result = TestRuns.Object(("acc", 0.5)) });

        Assert.Equal(
            ["status 2", "id 2", "experiment 2", "started 2", "stopped 2", "duration 2", "result 1", "comment 1"],
            listing.Own.Select(own => $"{own.Field} {own.Runs}"));
        Assert.Equal(["result.acc"], listing.Paths.Select(path => path.Field.ToString()));
    }

    [Theory]
    [InlineData("a.b")]
    [InlineData("")]
    [InlineData("<b>\"quoted\"</b>")]
    [InlineData("~bar,x")]
    public async Task A_hostile_key_is_listed_as_a_field_that_finds_it(string key)
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(TestRuns.Run(1).With((key, TestRuns.Object((new string('k', 1000), 4)))));

        var leaf = snapshot.Queries().Columns.Paths[^1].Field;
        Assert.True(RunField.TryParse(leaf.ToString(), out var read, out _));
        Assert.Equal(leaf, read);
        Assert.Equal(4, Assert.IsType<SacredInteger>(snapshot.Runs[0].Value(read!)).Value);
    }

    [Fact]
    public async Task A_config_that_is_no_object_and_a_catalog_without_runs_list_nothing()
    {
        Assert.Empty((await ListAsync(TestRuns.Run(1) with { Config = new SacredInteger(3) })).Paths);
        var none = await ListAsync();
        Assert.Empty(none.Paths);
        Assert.Empty(none.Own);
    }

    private static async Task<ColumnListing> ListAsync(params Sacredboard.Data.Runs.RunSummary[] runs) =>
        (await TestCatalog.SnapshotOfAsync(runs)).Queries().Columns;
}
