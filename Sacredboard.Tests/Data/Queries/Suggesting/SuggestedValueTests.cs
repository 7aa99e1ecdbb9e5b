using Sacredboard.Tests.Support;

using static Sacredboard.Tests.Data.Queries.Suggesting.SuggestionRuns;

namespace Sacredboard.Tests.Data.Queries.Suggesting;

/// <summary>Which values of a field are suggested. A | in the text stands for the caret.</summary>
public sealed class SuggestedValueTests
{
    [Fact]
    public async Task Values_that_runs_have_come_with_their_counts_the_most_frequent_first()
    {
        var values = Suggest(await RunsAsync(), "optimizer.name = |");

        Assert.Equal([("adam", 2), ("sgd", 1)], values.Items.Select(value => (value.Text, value.Count!.Value)));
    }

    [Theory]
    [InlineData("status = |", "COMPLETED")]
    [InlineData("status = fa|", "FAILED")]
    [InlineData("experiment = |", "train")]
    [InlineData("tags has |", "best")]
    [InlineData("tags = |", "\"second try\"")]
    [InlineData("lr < |", "0.1")]
    [InlineData("lr in (0.1, |", "0.01")]
    [InlineData("flag = |", "true")]
    [InlineData("nothing = |", "null")]
    [InlineData("layers has |", "64")]
    [InlineData("layers[1] = |", "128")]
    [InlineData("result > |", "0.5")]
    [InlineData("config.status = |", "fine")]
    [InlineData("name = |", "adam")]
    public async Task Values_are_known_of_every_kind_of_field(string text, string expected) =>
        Assert.Contains(expected, Texts(Suggest(await RunsAsync(), text)));

    [Fact]
    public async Task Secrets_are_suggested_and_shown_as_examples_without_what_is_secret()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(TestRuns.Run(1)
            .With(("db_password", "hunter2"), ("url", "mongodb://me:hunter2@host/db")));

        Assert.Equal(["\"***\""], Texts(Suggest(snapshot, "db_password = |")));
        Assert.Equal(["\"mongodb://me:***@host/db\""], Texts(Suggest(snapshot, "url = |")));
        Assert.DoesNotContain(Suggest(snapshot, "|").Items, item => item.Detail?.Contains("hunter2") == true);
    }

    [Fact]
    public async Task Among_very_many_values_counts_are_not_made_up()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync([.. Enumerable.Range(1, 6000).Select(id => TestRuns.Run(id).With(("seed", id)))]);

        var seeds = Suggest(snapshot, "seed = |").Items;

        Assert.NotEmpty(seeds);
        Assert.All(seeds, seed => Assert.Null(seed.Count));
    }

    [Fact]
    public async Task A_run_that_comes_later_brings_its_fields_and_values()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put(TestRuns.Run(1).With(("lr", 0.1)));
        await catalog.LoadAsync();
        Assert.Equal(["0.1"], Texts(Suggest(catalog.Snapshot, "lr = |")));

        catalog.Store.Put(TestRuns.Run(2).With(("lr", 0.2), ("brand_new", 1)));
        await catalog.UntilAsync(() => catalog.Snapshot.Runs.Count == 2);

        Assert.Equal(["0.1", "0.2"], Texts(Suggest(catalog.Snapshot, "lr = |")).Order());
        Assert.Equal(["brand_new"], Texts(Suggest(catalog.Snapshot, "brand|")));
    }
}
