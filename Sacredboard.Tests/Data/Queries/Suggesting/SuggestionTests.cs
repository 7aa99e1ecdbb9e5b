using Sacredboard.Data.Queries.Suggesting;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

using static Sacredboard.Tests.Data.Queries.Suggesting.SuggestionRuns;

namespace Sacredboard.Tests.Data.Queries.Suggesting;

/// <summary>Which words, fields and metrics a query can go on with. A | in the text stands for the caret.</summary>
public sealed class SuggestionTests
{
    [Fact]
    public async Task At_the_beginning_there_are_fields_own_ones_first_and_functions()
    {
        var texts = Texts(Suggest(await RunsAsync(), "|"));

        Assert.Equal("status", texts[0]);
        Assert.Contains("lr", texts);
        Assert.Contains("optimizer.name", texts);
        Assert.Contains("last(", texts);
        Assert.Contains("not", texts);
        Assert.True(texts.IndexOf("experiment") < texts.IndexOf("lr") && texts.IndexOf("lr") < texts.IndexOf("last("));
    }

    [Fact]
    public async Task A_field_is_found_by_any_part_of_its_name_in_any_case()
    {
        var snapshot = await RunsAsync();

        Assert.Equal("optimizer.name", Texts(Suggest(snapshot, "NAM|"))[0]);
        Assert.Equal(["optimizer.name", "optimizer.lr"], Texts(Suggest(snapshot, "optim|")));
        Assert.Equal("lr", Texts(Suggest(snapshot, "lr|"))[0]);
        Assert.Contains("optimizer.lr", Texts(Suggest(snapshot, "lr|")));
    }

    [Fact]
    public async Task A_field_says_how_many_runs_have_it_and_an_example()
    {
        var name = Suggest(await RunsAsync(), "optimizer.n|").Items.Single();

        Assert.Equal((SuggestionKind.Field, 3, "sgd", " "), (name.Kind, name.Count, name.Detail, name.After));
    }

    [Theory]
    [InlineData("lr |", "=")]
    [InlineData("lr |", "contains")]
    [InlineData("lr |", "and")]
    [InlineData("lr con|", "contains")]
    [InlineData("last(loss) |", "<=")]
    [InlineData("optimizer.\"odd key\" |", "in (")]
    [InlineData("lr < 0.1 |", "and")]
    [InlineData("lr < 0.1 |", "or")]
    [InlineData("lr < 0.1 and |", "status")]
    [InlineData("not (|", "status")]
    [InlineData("lr < 0.1 optimizer.n|", "optimizer.name")]
    [InlineData("exists(|", "lr")]
    [InlineData("missing(optimizer.n|", "optimizer.name")]
    [InlineData("kind(|", "lr")]
    [InlineData("kind(lr) = |", "number")]
    [InlineData("kind(lr) |", "=")]
    [InlineData("ki|", "kind(")]
    [InlineData("started > |", "-7d")]
    [InlineData("duration > |", "2h")]
    [InlineData("lr in |", "(")]
    public async Task What_the_language_has_is_offered_where_it_can_stand(string text, string expected) =>
        Assert.Contains(expected, Texts(Suggest(await RunsAsync(), text)));

    [Theory]
    // Numbers, texts, lists, times.
    [InlineData("lr |", "< <= > >= =")]
    [InlineData("result |", "< <= > >= =")]
    [InlineData("last(loss) |", "< <= > >= =")]
    [InlineData("optimizer.name |", "= ~ in ( contains !=")]
    [InlineData("name |", "= ~ in ( contains !=")]
    [InlineData("experiment |", "= ~ in ( contains !=")]
    [InlineData("status |", "= ~ in ( contains !=")]
    [InlineData("tags |", "has = !=")]
    [InlineData("layers |", "has = !=")]
    [InlineData("flag |", "= != in (")]
    [InlineData("started |", "> >= < <=")]
    [InlineData("duration |", "> >= < <=")]
    public async Task Operators_that_suit_the_values_come_first(string text, string first)
    {
        var operators = Suggest(await RunsAsync(), text).Items.Where(item => item.Kind == SuggestionKind.Operator).Select(item => item.Text);

        Assert.StartsWith(first, string.Join(' ', operators));
    }

    [Theory]
    [InlineData("lr < |", "and")]
    [InlineData("lr < 0.1 |", "=")]
    [InlineData("|", "=")]
    [InlineData("kind(lr) |", "<")]
    [InlineData("exists(|", "last(")]
    public async Task What_cannot_stand_there_is_not(string text, string unexpected) =>
        Assert.DoesNotContain(unexpected, Texts(Suggest(await RunsAsync(), text)));

    [Fact]
    public async Task Metrics_are_suggested_by_name_inside_of_functions_and_as_whole_terms()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put(TestRuns.Run(1), TestRuns.Run(2));
        catalog.Store.Metrics[(RunId.Of(1), "loss")] = catalog.Store.Metrics[(
            RunId.Of(1),
            "odd name")] = catalog.Store.Metrics[(RunId.Of(2), "loss")] = [0.5];
        catalog.Store.Metrics[(RunId.Of(2), "val_acc")] = [0.9];
        await catalog.LoadAsync();

        Assert.True(Suggest(catalog.Snapshot, "last(|").LacksMetrics);
        await catalog.UntilAsync(() => !Suggest(catalog.Snapshot, "last(|").LacksMetrics);

        Assert.Equal(
            [("loss", 2, ") "), ("\"odd name\"", 1, ") "), ("val_acc", 1, ") ")],
            Suggest(catalog.Snapshot, "min(|").Items.Select(item => (item.Text, item.Count!.Value, item.After)));
        Assert.Equal([("loss", ", ")], Suggest(catalog.Snapshot, "at(lo|").Items.Select(item => (item.Text, item.After)));
        Assert.Equal(["last(loss)", "min(loss)", "max(loss)", "mean(loss)"], Texts(Suggest(catalog.Snapshot, "los|")));
        Assert.Equal(["max(val_acc)", "last(val_acc)", "min(val_acc)", "mean(val_acc)"], Texts(Suggest(catalog.Snapshot, "val_a|")));
        Assert.Empty(Suggest(catalog.Snapshot, "at(loss, |").Items);
        Assert.Equal(["<", "<=", ">", ">=", "="], Texts(Suggest(catalog.Snapshot, "loss |")).Take(5));
    }
}
