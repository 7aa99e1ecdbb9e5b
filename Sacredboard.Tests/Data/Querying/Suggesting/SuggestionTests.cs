using Sacredboard.Data.Catalog;
using Sacredboard.Data.Querying.Language;
using Sacredboard.Data.Querying.Suggesting;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Querying.Suggesting;

/// <summary>How a query can go on. A | in the text stands for the caret.</summary>
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
    [InlineData("lr < |", "and")]
    [InlineData("lr < 0.1 |", "=")]
    [InlineData("|", "=")]
    [InlineData("kind(lr) |", "<")]
    [InlineData("exists(|", "last(")]
    public async Task What_cannot_stand_there_is_not(string text, string unexpected) =>
        Assert.DoesNotContain(unexpected, Texts(Suggest(await RunsAsync(), text)));

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

    [Theory]
    [InlineData("two words")]
    [InlineData("quo\"te and \\ back")]
    [InlineData("true")]
    [InlineData("32")]
    [InlineData("-7d")]
    [InlineData("today")]
    [InlineData("and")]
    [InlineData("a(b),c")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("2026-01-01")]
    [InlineData("' or 1=1 --")]
    [InlineData("<script>alert(1)</script>")]
    public async Task A_value_of_any_text_is_written_so_that_it_is_read_as_that_text(string text)
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(TestRuns.Run(1).With(("key", text)));

        var written = Suggest(snapshot, "key = |").Items.Single().Text;

        foreach (var query in (string[])[$"key = {written}", $"key in ({written}, 1)"])
        {
            Assert.True(QueryParser.TryParse(query, out var tree, out var error), error?.Message);
            var value = Assert.IsType<QueryCondition>(tree).Values[0];
            Assert.Equal(text, value.Text);
            Assert.True(value.Kind is QueryValueKind.Text or QueryValueKind.Date, query);
        }
    }

    [Theory]
    [InlineData("odd key")]
    [InlineData("a.b")]
    [InlineData("quo\"te")]
    [InlineData("and")]
    [InlineData("status")]
    [InlineData("x=y")]
    [InlineData("")]
    public async Task A_field_of_any_name_is_written_so_that_it_is_read_as_that_field(string key)
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(TestRuns.Run(1).With((key, 5)));
        var written = Suggest(snapshot, "|").Items.Single(item => item.Kind == SuggestionKind.Field && item.Detail == "5").Text;

        Assert.True(QueryParser.TryParse($"{written} = 5", out var tree, out var error), error?.Message);

        Assert.Equal([key], Assert.IsType<QueryCondition>(tree).Field.Run!.Path);
    }

    [Theory]
    [InlineData("op|", "", "op")]
    [InlineData("lr < 0.1 and op|timizer.x = 3", "lr < 0.1 and ", "optimizer.x")]
    [InlineData("|lr", "", "")]
    [InlineData("host = no|de1 and x", "host = ", "node1")]
    [InlineData("host = \"no|", "host = ", "\"no")]
    [InlineData("host = \"no| and x = 1", "host = ", "\"no")]
    [InlineData("lr <|", "lr <", "")]
    [InlineData("last(lo|) < 1", "last(", "lo")]
    [InlineData("last(lo| and (x = 1)", "last(", "lo")]
    public async Task The_place_that_a_suggestion_takes_is_what_is_being_typed(string text, string before, string replaced)
    {
        var list = Suggest(await RunsAsync(), text);
        var plain = text.Replace("|", "");

        Assert.Equal((before, replaced), (plain[..list.From], plain[list.From..list.To]));
    }

    [Fact]
    public async Task Secrets_are_suggested_and_shown_as_examples_without_what_is_secret()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(TestRuns.Run(1).With(("db_password", "hunter2"), ("url", "mongodb://me:hunter2@host/db")));

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
    public async Task Whatever_is_typed_wherever_the_caret_stands_there_is_an_answer()
    {
        var snapshot = await RunsAsync();
        string[] texts = ["", "\"", "'", "((((", "))))", "= = =", "lr in (", "lr in (,", "last(\"", "kind(kind(", "not not", "a\0b", "\ud800", "exists(exists(", ".", ".host.", "lr <", "x[", "\"a\".\"b"];
        foreach (var text in texts.Append(string.Concat(texts)))
        {
            for (var at = -1; at <= text.Length + 1; at++)
            {
                var list = snapshot.Suggest(text, at);
                Assert.True(0 <= list.From && list.From <= list.To && list.To <= text.Length, $"{text} at {at}: {list.From} to {list.To}");
            }
        }
    }

    [Fact]
    public async Task Metrics_are_suggested_by_name_inside_of_functions_and_as_whole_terms()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put(TestRuns.Run(1), TestRuns.Run(2));
        catalog.Store.Metrics[(RunId.Of(1), "loss")] = catalog.Store.Metrics[(RunId.Of(1), "odd name")] = catalog.Store.Metrics[(RunId.Of(2), "loss")] = [0.5];
        await catalog.LoadAsync();

        Assert.True(Suggest(catalog.Snapshot, "last(|").LacksMetrics);
        await catalog.UntilAsync(() => !Suggest(catalog.Snapshot, "last(|").LacksMetrics);

        Assert.Equal([("loss", 2, ") "), ("\"odd name\"", 1, ") ")], Suggest(catalog.Snapshot, "min(|").Items.Select(item => (item.Text, item.Count!.Value, item.After)));
        Assert.Equal([("loss", ", ")], Suggest(catalog.Snapshot, "at(lo|").Items.Select(item => (item.Text, item.After)));
        Assert.Equal(["last(loss)", "min(loss)"], Texts(Suggest(catalog.Snapshot, "los|")));
        Assert.Empty(Suggest(catalog.Snapshot, "at(loss, |").Items);
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

    private static Task<CatalogSnapshot> RunsAsync() => TestCatalog.SnapshotOfAsync(
        TestRuns.Run(1).With(("lr", 0.1), ("optimizer", TestRuns.Object(("name", "adam"), ("lr", 0.5))), ("flag", true), ("layers", new object?[] { 64, 128 })) with
        {
            Tags = ["best", "second try"],
            Result = new SacredDouble(0.5),
        },
        TestRuns.Run(2).With(("lr", 0.01), ("optimizer", TestRuns.Object(("name", "adam"))), ("nothing", null)) with { Status = "FAILED" },
        TestRuns.Run(3).With(("lr", 0.1), ("optimizer", TestRuns.Object(("name", "sgd"))), ("status", "fine")));

    private static SuggestionList Suggest(CatalogSnapshot snapshot, string text) => snapshot.Suggest(text.Replace("|", ""), text.IndexOf('|'));

    private static List<string> Texts(SuggestionList list) => [.. list.Items.Select(item => item.Text)];
}
