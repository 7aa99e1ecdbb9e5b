using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Answering;

/// <summary>A query that finds just some runs, whatever their ids are.</summary>
public sealed class IdTextTests
{
    private const string ObjectId = "5f0000000000000000000001";

    private static readonly RunId[] Odd =
    [
        RunId.Of(42), RunId.Of("42"), RunId.Of(43), RunId.Of("a, b"), RunId.Of("2026-01-01"), RunId.OfObjectId(ObjectId), RunId.Of(2.5),
        RunId.Null,
    ];

    [Theory]
    [InlineData("id = 43", 2)]
    [InlineData("id in (43, \"a, b\")", 2, 3)]
    [InlineData("._id in (42, 43)", 0, 2)]
    [InlineData("id = \"42\"", 1)]
    [InlineData("id in (43, 2026-01-01, 5f0000000000000000000001, 2.5, null)", 2, 4, 5, 6, 7)]
    [InlineData("id in (42)", 0, 1)]
    [InlineData(null, 0, 5)]
    [InlineData(null)]
    public async Task The_query_finds_these_and_no_others(string? expected, params int[] chosen)
    {
        var snapshot = await TestCatalog.SnapshotOfAsync([.. Odd.Select(id => TestRuns.Run(1) with { Id = id })]);
        RunId[] ids = [.. chosen.Select(i => Odd[i])];

        var text = snapshot.Queries().TextOf(ids);

        Assert.Equal(expected, text);
        if (text is not null)
        {
            Assert.Equal(ids.Order(), snapshot.Queries().Find(new RunQuery { Text = text }).Runs.Select(run => run.Id).Order());
        }
    }

    [Fact]
    public async Task The_digits_of_directories_are_written_as_numbers()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync([.. Enumerable.Range(1, 9).Select(i => TestRuns.Run(i) with { Id = RunId.Of($"{i}") })]);

        Assert.Equal("id in (3, 7)", snapshot.Queries().TextOf([RunId.Of("3"), RunId.Of("7")]));
    }

    [Fact]
    public async Task Too_many_have_no_query()
    {
        RunId[] ids = [.. Enumerable.Range(10_000, 2000).Select(i => RunId.Of(i))];
        var snapshot = await TestCatalog.SnapshotOfAsync([.. ids.Select(id => TestRuns.Run(1) with { Id = id })]);

        Assert.Null(snapshot.Queries().TextOf(ids));
    }
}
