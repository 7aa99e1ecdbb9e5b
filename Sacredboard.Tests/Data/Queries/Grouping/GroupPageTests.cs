using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Grouping;

/// <summary>The order of groups, their content, and how they are found by a run.</summary>
public sealed class GroupPageTests
{
    private static readonly RunSummary[] Runs =
    [
        TestRuns.Run(1).With(("lr", 0.1), ("x", 1.0)),
        TestRuns.Run(2).With(("lr", 0.1), ("x", 3.0)),
        TestRuns.Run(3).With(("lr", 0.1), ("x", double.NaN)),
        TestRuns.Run(4).With(("lr", 0.5), ("x", 9.0)), TestRuns.Run(5).With(("lr", 0.5), ("x", 9.0)) with { Status = RunStatus.Failed },
        TestRuns.Run(6).With(("lr", 0.3)),
    ];

    [Theory]
    [InlineData("", "0.1 0.5 0.3")]
    [InlineData("count", "0.3 0.5 0.1")]
    [InlineData("lr", "0.1 0.3 0.5")]
    [InlineData("-lr", "0.5 0.3 0.1")]
    [InlineData("-mean:x", "0.5 0.1 0.3")]
    [InlineData("mean:x", "0.1 0.5 0.3")]
    [InlineData("x", "0.1 0.5 0.3")]
    [InlineData("std:x", "0.5 0.1 0.3")]
    [InlineData("-max:x", "0.5 0.1 0.3")]
    [InlineData("-min:x,lr", "0.5 0.1 0.3")]
    [InlineData("started", "0.1 0.5 0.3")]
    [InlineData("mean:nothing", "0.3 0.5 0.1")]
    public async Task Groups_are_sorted_by_what_is_asked_for_and_those_without_it_come_last(string sort, string expected)
    {
        var (_, page) = await GroupAsync("lr", sort);

        Assert.Equal(expected, string.Join(' ', page.Groups.Select(Lr)));
    }

    [Fact]
    public async Task A_group_says_its_count_its_statuses_and_its_numbers()
    {
        var (_, page) = await GroupAsync("lr", "-lr");
        var group = page.Groups[0];

        Assert.Equal((2, 4, 5), (group.Count, group.Oldest.Id.Integer, group.Newest.Id.Integer));
        Assert.Equal([new("COMPLETED", 1), new("FAILED", 1)], group.Statuses);
        Assert.Equal((9, 0, true), (group.Values[0].Numbers.Mean, group.Values[0].Numbers.Std, group.Values[0].IsUniform));
        var mixed = page.Groups[2].Values[0];
        Assert.Equal((2, 2, 1, false), (mixed.Numbers.Count, mixed.Numbers.Mean, mixed.Numbers.NonFinite, mixed.IsUniform));
        Assert.True(page.Groups[1].Values[0].IsUniform);
        Assert.False(page.Groups[0].Values[1].IsUniform);
    }

    [Fact]
    public async Task Groups_come_in_pages()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(Runs);
        Assert.True(RunGrouping.TryParse("lr", out var grouping, out _));
        var page = snapshot.Queries().Group(new() { Runs = new(), Grouping = grouping, Skip = 1, Take = 1 });

        Assert.Equal(3, page.GroupCount);
        Assert.Equal("0.5", Lr(Assert.Single(page.Groups)));
        Assert.Empty(snapshot.Queries().Group(new() { Runs = new(), Grouping = grouping, Skip = 99 }).Groups);
        Assert.Empty(snapshot.Queries().Group(new() { Runs = new() { Text = "nothing-like-that" }, Grouping = grouping }).Groups);
    }

    [Fact]
    public async Task Groups_come_one_by_one_as_in_pages()
    {
        var (snapshot, page) = await GroupAsync("lr", "-lr");
        var query = new GroupQuery
        {
            Runs = new(),
            Grouping = new() { Keys = [RunField.Config("lr")] },
            Sort = [new(GroupMeasure.Value, RunField.Config("lr"), true)],
            Take = int.MaxValue
        };

        Assert.Equal(page.Groups.Select(Lr), snapshot.Queries().EachGroup(query).Select(Lr));
        Assert.Equal(["0.3"], snapshot.Queries().EachGroup(query with { Skip = 1, Take = 1 }).Select(Lr));
        Assert.Empty(snapshot.Queries().EachGroup(query with { Take = 0 }));
    }

    [Fact]
    public async Task The_runs_of_a_group_come_in_ranges_of_its_order()
    {
        var (snapshot, _) = await GroupAsync("lr", "");
        var query = new GroupQuery
        {
            Runs = new() { Sort = [new(RunField.Config("x"), false)] },
            Grouping = new() { Keys = [RunField.Config("lr")] }
        };

        Assert.Equal([1, 2, 3], Ids(0, 50));
        Assert.Equal([2], Ids(1, 1));
        Assert.Empty(Ids(3, 50));

        IEnumerable<int> Ids(int skip, int take) =>
            snapshot.Queries().GroupOf(
                query with { Runs = query.Runs with { Skip = skip, Take = take } },
                RunId.Of(2))!.Runs.Select(run => (int)run.Id.Integer);
    }

    [Fact]
    public void A_group_has_one_value_of_what_makes_it_and_of_its_times()
    {
        Assert.True(RunGrouping.TryParse("lr,config", out var grouping, out _));

        Assert.All((string[])["lr", "depth", "started"], text => Assert.True(grouping.HasValue(Field(text))));
        Assert.All((string[])["seed", "result", "host", "max(loss)"], text => Assert.False(grouping.HasValue(Field(text))));

        static RunField Field(string text) =>
            RunField.TryParse(text, out var field, out _) ? field! : throw new ArgumentException(text, nameof(text));
    }

    [Fact]
    public async Task Any_of_its_runs_names_a_group()
    {
        var (snapshot, page) = await GroupAsync("lr", "");
        var query = new GroupQuery
        {
            Runs = new() { Sort = [new(RunField.Config("x"), true)], Take = 2 },
            Grouping = new() { Keys = [RunField.Config("lr")] }
        };

        Assert.Equal(page.Groups[0].Number, snapshot.Queries().GroupNumberOf(query, RunId.Of(2)));
        var members = snapshot.Queries().GroupOf(query, RunId.Of(3))!;
        Assert.Equal(3, members.Matched);
        Assert.Equal([2, 1], members.Runs.Select(run => (int)run.Id.Integer));
        Assert.Null(snapshot.Queries().GroupOf(query with { Runs = new() { Text = "lr > 0.2" } }, RunId.Of(1)));
        Assert.Null(snapshot.Queries().GroupNumberOf(query, RunId.Of(77)));
    }

    [Fact]
    public async Task A_query_that_finds_just_the_runs_of_a_group_is_as_short_as_it_can_be()
    {
        var (snapshot, page) = await GroupAsync("lr", "-lr");
        RunField[] fields = [RunField.Config("lr"), RunField.Config("x")];

        Assert.Equal("config.lr = 0.5", snapshot.Queries().Narrow(new(), page.Groups[0], fields));
        Assert.Equal(
            "(x = 9 or x = 1) and config.lr = 0.5",
            snapshot.Queries().Narrow(new() { Text = "x = 9 or x = 1" }, page.Groups[0], fields));
        Assert.Null(snapshot.Queries().Narrow(new(), page.Groups[0], []));
        Assert.Null(snapshot.Queries().Narrow(new() { Text = "lr <" }, page.Groups[0], fields));
    }

    [Fact]
    public async Task A_list_is_in_no_query()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(
            TestRuns.Run(1).With(("l", new object?[] { 1 })),
            TestRuns.Run(2).With(("l", new object?[] { 2 })));
        Assert.True(RunGrouping.TryParse("l", out var grouping, out _));
        var group = snapshot.Queries().Group(new() { Runs = new(), Grouping = grouping }).Groups[0];

        Assert.Null(snapshot.Queries().Narrow(new(), group, [RunField.Config("l")]));
    }

    [Theory]
    [InlineData("-count")]
    [InlineData("config.count")]
    [InlineData("lr,-mean:optimizer.lr,std:\"a,b\",min:last(loss),-max:result")]
    [InlineData("config.mean:x")]
    [InlineData("-config.-x")]
    public void An_order_that_is_read_is_written_again(string text)
    {
        Assert.True(GroupSort.TryParse(text, out var sort, out _));
        Assert.Equal(text, GroupSort.ToText(sort));
    }

    [Theory]
    [InlineData("lr,", 3)]
    [InlineData("lr,-mean:", 9)]
    [InlineData("std:a..b", 6)]
    public void What_is_no_order_says_where(string text, int position)
    {
        Assert.False(GroupSort.TryParse(text, out _, out var found));
        Assert.Equal(position, found);
    }

    private static async Task<(CatalogSnapshot, GroupQueryResult)> GroupAsync(string by, string sort)
    {
        Assert.True(RunGrouping.TryParse(by, out var grouping, out _));
        Assert.True(GroupSort.TryParse(sort, out var order, out _));
        var snapshot = await TestCatalog.SnapshotOfAsync(Runs);
        return (
            snapshot,
            snapshot.Queries().Group(new()
            {
                Runs = new(),
                Grouping = grouping,
                Sort = order,
                Columns = [RunField.Config("x"), RunField.Own("status")]
            }));
    }

    private static string Lr(RunGroup group) =>
        ((SacredDouble)group.Newest.Value(RunField.Config("lr"))!).Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
