using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Grouping;

/// <summary>What is summed up of groups of many runs is what looking at each run gives.</summary>
public sealed class GroupDescriberTests
{
    private static readonly string[] Names = ["number", "same", "text", "texts", "null", "odd", "none", "mixed"];

    [Theory]
    [InlineData("kind")]
    [InlineData("kind,seed")]
    [InlineData("seed")]
    public async Task Sums_and_what_all_runs_of_a_group_share_are_those_of_its_runs(string keys)
    {
        var random = new Random(7);
        var snapshot = await TestCatalog.SnapshotOfAsync([.. Enumerable.Range(0, 5_000).Select(id => Run(id, random))]);
        Assert.True(RunGrouping.TryParse(keys, out var grouping, out _));
        Assert.True(FieldList.TryParse(string.Join(',', Names.Select(name => $"config.\"{name}\"")), out var fields, out _));
        var columns = new GroupColumns(snapshot.Content, snapshot.Statistics.Column, DateTimeOffset.UnixEpoch);
        var numbers = columns.Numbers(fields);

        var groups = snapshot.Queries().Group(new() { Runs = new(), Grouping = grouping, Columns = fields, Take = 60 }).Groups;

        var divided = snapshot.Queries().Divide(snapshot.Runs.Select(run => run.Id), grouping).ToDictionary(group => group[0].Id);
        Assert.All(groups, group =>
        {
            var runs = divided[group.Newest.Id];
            var slots = runs.Select(run => snapshot.Content.SlotOf(run.Id)).ToArray();
            Assert.Equal(runs.GroupBy(run => run.Status).Select(own => (own.Key, own.Count())).Order(), group.Statuses.Select(own => (own.Status, own.Count)).Order());
            Assert.All(fields, (field, i) =>
            {
                var key = columns.Keys(field, new());
                Assert.Equal(GroupSums.Of(slots.AsSpan(), numbers[i]).ToTotal(), group.Values[i].Numbers);
                Assert.True(
                    slots.Select(slot => key[slot]).Distinct().Count() == 1 == group.Values[i].IsUniform,
                    $"{field} in {group.Count} runs: {group.Values[i].IsUniform}");
            });
        });
    }

    private static RunSummary Run(int id, Random random)
    {
        var kind = random.Next(3);
        List<(string, object?)> config =
        [
            ("kind", kind), ("seed", random.Next(400)), ("number", random.NextDouble()), ("same", kind + 0.5), ("text", $"text {kind}"),
            ("texts", kind == 1 ? "one" : random.Next(2) == 0 ? "a" : "b"), ("null", null), ("odd", id == 4_711 ? "odd" : "even"),
        ];
        // In one kind always null, in one never there, in one either.
        if (kind == 0 || (kind == 1 && random.Next(2) == 0))
        {
            config.Add(("mixed", null));
        }

        return TestRuns.Run(id).With([.. config]) with { Status = random.Next(3) == 0 ? RunStatus.Failed : RunStatus.Completed };
    }
}
