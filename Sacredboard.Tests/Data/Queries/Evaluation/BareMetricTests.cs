using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Evaluation;

/// <summary>A bare name that no config has, but a metric.</summary>
public sealed class BareMetricTests
{
    [Theory]
    [InlineData("validation.loss < 0.3", "1", "validation.loss", "min(validation.loss)", "max(validation.loss)")]
    [InlineData("not validation.loss < 0.3", "2", "validation.loss", "min(validation.loss)", "max(validation.loss)")]
    [InlineData("exists(validation.loss)", "1 2", "validation.loss", "min(validation.loss)", "max(validation.loss)")]
    [InlineData("\"odd name\" > 1", "2", "\"odd name\"", "min(\"odd name\")", "max(\"odd name\")")]
    [InlineData("val_acc > 0.8", "1", "val_acc", "max(val_acc)", "min(val_acc)")]
    public async Task It_is_the_last_value_of_the_metric_with_a_note_and_others_to_choose(
        string query,
        string ids,
        string name,
        string first,
        string second)
    {
        await using var catalog = await LoadAsync();

        await catalog.UntilAsync(() => catalog.Snapshot.Queries().Find(new RunQuery { Text = query }) is var found
            && catalog.Snapshot.Progress(found.Metrics).All(progress => progress.IsComplete));
        var page = catalog.Snapshot.Queries().Find(new RunQuery { Text = query });

        Assert.Equal(ids, string.Join(' ', page.Runs.Select(run => run.Id).OrderBy(id => id.ToString(), StringComparer.Ordinal)));
        var note = Assert.Single(page.Notes);
        Assert.Equal($"{name} is a metric: its last value is taken, as last({name})", note.Message);
        Assert.Equal(name, query.Substring(note.Position, note.Length));
        Assert.Equal([first, second], note.Suggestions);
    }

    [Fact]
    public async Task A_config_value_of_that_name_comes_first_and_the_metric_is_offered()
    {
        await using var catalog = await LoadAsync();

        var page = catalog.Snapshot.Queries().Find(new RunQuery { Text = "steps = 5" });

        Assert.Equal([RunId.Of(1)], page.Runs.Select(run => run.Id));
        var note = Assert.Single(page.Notes);
        Assert.Equal("steps is taken from train.steps", note.Message);
        Assert.Equal(["last(steps)", "min(steps)", "max(steps)"], note.Suggestions);
        Assert.Empty(catalog.Snapshot.Queries().Find(new RunQuery { Text = "epochs = 3" }).Notes);
    }

    [Fact]
    public async Task It_means_the_same_in_columns_orders_and_groups()
    {
        await using var catalog = await LoadAsync();

        Assert.Equal(
            [RunField.Metric("validation.loss", MetricStatistic.Last), RunField.Config("train", "steps"), RunField.Config("epochs")],
            catalog.Snapshot.Queries()
                .Resolve([RunField.Config("validation", "loss"), RunField.Config("steps"), RunField.Config("epochs")]));
    }

    [Theory]
    [InlineData("config.validation.loss < 1", "last(validation.loss)")]
    [InlineData("validaton.loss < 1", "last(validation.loss)")]
    [InlineData("metrics.validation.loss < 1", "last(validation.loss)")]
    [InlineData("validation.loss.min < 1", "min(validation.loss)")]
    [InlineData("loss < 1", "last(validation.loss)")]
    public async Task A_name_that_is_nearly_that_of_a_metric_leads_to_it(string query, string suggestion)
    {
        await using var catalog = await LoadAsync();

        var page = catalog.Snapshot.Queries().Find(new RunQuery { Text = query });

        Assert.Equal(0, page.Matched);
        Assert.Equal(suggestion, Assert.Single(page.Notes).Suggestion);
    }

    private static async Task<TestCatalog> LoadAsync()
    {
        var catalog = new TestCatalog();
        catalog.Store.Put(
            TestRuns.Run(1).With(("epochs", 3), ("train", TestRuns.Object(("steps", 5)))),
            TestRuns.Run(2).With(("epochs", 4)));
        catalog.Store.Metrics[(RunId.Of(1), "validation.loss")] = [0.5, 0.2];
        catalog.Store.Metrics[(RunId.Of(2), "validation.loss")] = [0.2, 0.5];
        catalog.Store.Metrics[(RunId.Of(2), "odd name")] = [2];
        catalog.Store.Metrics[(RunId.Of(1), "val_acc")] = [0.9];
        catalog.Store.Metrics[(RunId.Of(1), "steps")] = catalog.Store.Metrics[(RunId.Of(1), "epochs")] = [1];
        await catalog.LoadAsync();
        await catalog.UntilAsync(() => catalog.Snapshot.MetricNames.Count > 0);
        return catalog;
    }
}
