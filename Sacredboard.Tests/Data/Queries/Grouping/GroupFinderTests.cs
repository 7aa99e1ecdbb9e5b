using System.Numerics;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Grouping;

public sealed class GroupFinderTests
{
    [Theory]
    [InlineData("x")]
    [InlineData("x[0]")]
    [InlineData("x.a")]
    [InlineData("nothing")]
    [InlineData("status")]
    [InlineData("tags")]
    [InlineData("started")]
    [InlineData("duration")]
    [InlineData("id")]
    [InlineData("result")]
    [InlineData("x,status")]
    [InlineData("status,x,tags")]
    public async Task Runs_of_many_pieces_are_divided_as_one_by_one(string keys)
    {
        var random = new Random(1);
        var snapshot = await TestCatalog.SnapshotOfAsync([.. Enumerable.Range(0, 3_000).Select(id => Run(id, random))]);
        Assert.True(RunGrouping.TryParse(keys, out var grouping, out _));
        var columns = new GroupColumns(snapshot.Content, snapshot.Statistics.Column, DateTimeOffset.UnixEpoch);
        var slots = snapshot.List.Order;
        var readers = grouping.Keys.Select(key => columns.Keys(key!, new())).ToList();
        var expected = slots.GroupBy(slot => string.Join(' ', readers.Select(reader => reader[slot]))).ToList();
        var groups = new GroupFinder(snapshot.List, columns).Find(slots, grouping);
        Assert.Equal(expected.Count, groups.Count);
        Assert.All(expected, (group, i) => Assert.Equal(group, groups[i].ToArray()));
    }

    private static RunSummary Run(int id, Random random) => TestRuns.Run(id).With(("x", Value(random, 0)), ("seed", random.Next())) with
    {
        Status = random.Next(3) == 0 ? RunStatus.Failed : RunStatus.Completed,
        Tags = random.Next(2) == 0 ? ["a"] : ["a", "b"],
        Started = random.Next(9) == 0 ? null : TestRuns.Epoch.AddMinutes(random.Next(40)),
        Result = (SacredValue?)TestRuns.Value(Value(random, 1)),
    };

    private static object? Value(Random random, int depth) => random.Next(depth > 1 ? 9 : 13) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => 1,
        3 => 1.0,
        4 => random.Next(3) + 0.5,
        5 => double.NaN,
        6 => new SacredInteger((BigInteger.One << 70) + random.Next(2)),
        7 => new SacredInteger((BigInteger.One << 60) + random.Next(3)),
        8 => random.Next(2) == 0 ? "a" : "b",
        9 => TestRuns.Epoch.AddDays(random.Next(2)),
        10 => TestRuns.Object(("a", Value(random, depth + 1)), ("b", 1)),
        _ => new object?[] { Value(random, depth + 1), random.Next(2) },
    };
}
