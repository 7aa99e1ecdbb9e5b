using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Grouping;

/// <summary>Which runs come into one group.</summary>
public sealed class GroupingTests
{
    [Fact]
    public async Task Runs_with_the_same_settings_and_other_seeds_are_one_group()
    {
        var groups = await GroupsAsync("config",
            TestRuns.Run(1).With(("lr", 0.1), ("seed", 1)),
            TestRuns.Run(2).With(("lr", 0.1), ("seed", 2)),
            TestRuns.Run(3).With(("lr", 0.2), ("seed", 1)));

        Assert.Equal([[2, 1], [3]], groups);
    }

    [Fact]
    public async Task The_order_of_keys_and_the_kind_of_a_whole_number_do_not_matter()
    {
        var groups = await GroupsAsync("config",
            TestRuns.Run(1).With(("a", 1), ("b", TestRuns.Object(("x", 2), ("y", "z")))),
            TestRuns.Run(2).With(("b", TestRuns.Object(("y", "z"), ("x", 2.0))), ("a", 1.0)));

        Assert.Equal([[2, 1]], groups);
    }

    [Fact]
    public async Task Numbers_texts_and_truth_are_never_the_same()
    {
        var groups = await GroupsAsync("x",
            TestRuns.Run(1).With(("x", 1)),
            TestRuns.Run(2).With(("x", "1")),
            TestRuns.Run(3).With(("x", true)),
            TestRuns.Run(4).With(("x", null)),
            TestRuns.Run(5).With(("y", 1)));

        Assert.Equal([[5], [4], [3], [2], [1]], groups);
    }

    [Fact]
    public async Task Not_a_number_is_like_itself_and_the_two_zeros_are_one()
    {
        var groups = await GroupsAsync("x",
            TestRuns.Run(1).With(("x", double.NaN)),
            TestRuns.Run(2).With(("x", -0.0)),
            TestRuns.Run(3).With(("x", double.NaN)),
            TestRuns.Run(4).With(("x", 0)),
            TestRuns.Run(5).With(("x", double.PositiveInfinity)));

        Assert.Equal([[4, 2], [3, 1], [5]], groups);
    }

    [Fact]
    public async Task Whole_numbers_beyond_those_of_a_double_are_told_apart()
    {
        var groups = await GroupsAsync("x",
            TestRuns.Run(1).With(("x", new SacredInteger(9007199254740992))),
            TestRuns.Run(2).With(("x", new SacredInteger(9007199254740993))),
            TestRuns.Run(3).With(("x", 9007199254740992.0)));

        Assert.Equal([[3, 1], [2]], groups);
    }

    [Fact]
    public async Task Seeds_are_left_out_at_every_depth_also_inside_of_lists()
    {
        var groups = await GroupsAsync("config",
            TestRuns.Run(1).With(
                ("data", TestRuns.Object(("split_seed", 1), ("n", 5))),
                ("workers", new object?[] { TestRuns.Object(("seed", 1), ("gpu", 0)) })),
            TestRuns.Run(2).With(
                ("data", TestRuns.Object(("n", 5), ("split_seed", 2))),
                ("workers", new object?[] { TestRuns.Object(("gpu", 0), ("seed", 9)) })),
            TestRuns.Run(3).With(("data", TestRuns.Object(("n", 5))), ("workers", new object?[] { TestRuns.Object(("gpu", 1)) })));

        Assert.Equal([[2, 1], [3]], groups);
    }

    [Fact]
    public async Task Runs_with_nothing_but_seeds_are_like_runs_without_a_config()
    {
        var groups = await GroupsAsync(
            "config",
            TestRuns.Run(1).With(("seed", 1)),
            TestRuns.Run(2),
            TestRuns.Run(3).With(),
            TestRuns.Run(4).With(("__doc__", "text")));

        Assert.Equal([[4, 3, 2, 1]], groups);
    }

    [Fact]
    public async Task A_key_that_some_lack_makes_another_group()
    {
        var groups = await GroupsAsync("config", TestRuns.Run(1).With(("lr", 1)), TestRuns.Run(2).With(("lr", 1), ("wd", null)));

        Assert.Equal([[2], [1]], groups);
    }

    [Fact]
    public async Task Lists_are_compared_item_by_item_and_a_tuple_is_a_list()
    {
        var tuple = new SacredTyped("tuple", TestRuns.Value(new object?[] { 1, 2 }), SacredNull.Value);
        var groups = await GroupsAsync("x",
            TestRuns.Run(1).With(("x", new object?[] { 1, 2 })),
            TestRuns.Run(2).With(("x", tuple)),
            TestRuns.Run(3).With(("x", new object?[] { 1.0, 2.0 })),
            TestRuns.Run(4).With(("x", new object?[] { 2, 1 })),
            TestRuns.Run(5).With(("x", new object?[] { "1", 2 })));

        Assert.Equal([[3, 2, 1], [5], [4]], groups);
    }

    [Fact]
    public async Task Items_of_lists_whole_objects_and_several_fields_can_make_groups()
    {
        RunSummary[] runs =
        [
            TestRuns.Run(1).With(("layers", new object?[] { "a", 1 }), ("o", TestRuns.Object(("x", 1), ("y", 2)))),
            TestRuns.Run(2).With(("layers", new object?[] { "a", 2 }), ("o", TestRuns.Object(("y", 2), ("x", 1)))),
            TestRuns.Run(3).With(("layers", "none"), ("o", TestRuns.Object(("x", 1)))),
        ];

        Assert.Equal([[2, 1], [3]], await GroupsAsync("layers[0]", runs));
        Assert.Equal([[2, 1], [3]], await GroupsAsync("o", runs));
        Assert.Equal([[3], [2], [1]], await GroupsAsync("layers[0],layers[1]", runs));
        Assert.Equal([[3, 2, 1]], await GroupsAsync("experiment,status", runs));
    }

    [Fact]
    public async Task A_config_key_named_config_can_make_groups_too()
    {
        var groups = await GroupsAsync(
            "config.config",
            TestRuns.Run(1).With(("config", 1), ("lr", 1)),
            TestRuns.Run(2).With(("config", 1), ("lr", 2)));

        Assert.Equal([[2, 1]], groups);
        Assert.True(RunGrouping.TryParse("config.config,config,lr", out var read, out _));
        Assert.Equal("config.config,config,lr", read.ToString());
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("lr,", 3)]
    [InlineData("lr,a..b", 5)]
    [InlineData("a,b,c,d,e,f,g,h,i", 17)]
    public void What_is_no_grouping_says_where(string text, int position)
    {
        Assert.False(RunGrouping.TryParse(text, out _, out var found));
        Assert.Equal(position, found);
    }

    private static async Task<int[][]> GroupsAsync(string by, params RunSummary[] runs)
    {
        Assert.True(RunGrouping.TryParse(by, out var grouping, out _));
        var snapshot = await TestCatalog.SnapshotOfAsync(runs);
        var query = new GroupQuery { Runs = new() { Take = 1000 }, Grouping = grouping, Take = 1000 };
        return [.. snapshot.Queries().Group(query).Groups.Select(group => Ids(snapshot.Queries().GroupOf(query, group.Oldest.Id)!))];
    }

    private static int[] Ids(RunQueryResult page) => [.. page.Runs.Select(run => (int)run.Id.Integer)];
}
