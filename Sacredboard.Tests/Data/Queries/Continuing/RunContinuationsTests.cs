using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Continuing;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Continuing;

public sealed class RunContinuationsTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData("1", true)]
    [InlineData("/runs/1/model.pt", true)]
    [InlineData("runs\\1\\model.pt", true)]
    [InlineData("checkpoints/1.pt", true)]
    [InlineData("/runs/11/model.pt", false)]
    [InlineData("model1.pt", false)]
    [InlineData("", false)]
    [InlineData("2", false)]
    [InlineData(0.5, false)]
    [InlineData(null, false)]
    public async Task A_run_names_the_one_before_by_its_id_or_a_path_with_it(object? value, bool isFound)
    {
        var found = await OfAsync(TestRuns.Run(1), TestRuns.Run(2).With(("resume_from", value)));

        Assert.Equal(isFound ? RunId.Of(1) : (RunId?)null, found.Before(RunId.Of(2)));
        Assert.Equal(isFound ? 1 : 0, found.After(RunId.Of(1)).Count);
    }

    [Fact]
    public async Task A_chain_is_the_same_from_each_of_its_runs_and_ends_where_it_is_a_circle()
    {
        var found = await OfAsync(
            TestRuns.Run(1), From(2, 1), From(3, 2), From(4, 3), TestRuns.Run(5), From(6, 7), From(7, 6));

        foreach (var id in new[] { 1, 2, 3, 4 })
        {
            Assert.Equal([1, 2, 3, 4], found.ChainOf(RunId.Of(id)).Select(run => (int)run.Integer));
        }

        Assert.Equal([RunId.Of(5)], found.ChainOf(RunId.Of(5)));
        Assert.Equal(2, found.ChainOf(RunId.Of(6)).Count);
    }

    [Fact]
    public async Task A_line_has_the_runs_before_and_ends_where_it_is_a_circle()
    {
        Assert.True(RunField.TryParse("resume_from", out var field, out _));
        var queries = (await TestCatalog.SnapshotOfAsync(
            [TestRuns.Run(1), From(2, 1), From(3, 2), From(4, 2), From(6, 7), From(7, 6), From(8, 99)])).Queries();

        Assert.Equal([1, 2, 3], Line(3));
        Assert.Equal([1, 2, 4], Line(4));
        Assert.Equal([1], Line(1));
        Assert.Equal([7, 6], Line(6));
        Assert.Equal([8], Line(8));
        Assert.Equal([12345], Line(12345));

        IEnumerable<int> Line(int id) => queries.LineOf(RunId.Of(id), field!).Select(run => (int)run.Integer);
    }

    private static RunSummary From(int id, int before) => TestRuns.Run(id).With(("resume_from", before));

    private static async Task<RunContinuations> OfAsync(params RunSummary[] runs)
    {
        Assert.True(RunField.TryParse("config.resume_from", out var field, out _));
        return (await TestCatalog.SnapshotOfAsync(runs)).Queries().Continuations(field!);
    }
}
