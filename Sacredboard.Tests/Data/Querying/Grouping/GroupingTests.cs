using Sacredboard.Data.Querying;
using Sacredboard.Data.Querying.Grouping;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Querying.Grouping;

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

    private static async Task<int[][]> GroupsAsync(string by, params RunSummary[] runs)
    {
        Assert.True(RunGrouping.TryParse(by, out var grouping, out _));
        var snapshot = await TestCatalog.SnapshotOfAsync(runs);
        var query = new GroupQuery { Runs = new() { Take = 1000 }, Grouping = grouping, Take = 1000 };
        return [.. snapshot.Group(query).Groups.Select(group => Ids(snapshot.GroupOf(query, group.Oldest.Id)!))];
    }

    private static int[] Ids(RunPage page) => [.. page.Runs.Select(run => (int)run.Id.Integer)];
}
