using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Catalog;

/// <summary>Two runs that differ only in secrets cannot be distinguished by any query of the catalog.</summary>
public sealed class CatalogSecretsTests
{
    private static readonly string[] Fields =
    [
        "db.password", "db.pin_password", "db.ratio_secret", "db.url", "db.tuple_password", "db.tuple_password[0]", "db.hosts",
        "db.hosts[0].password",
        "info.upload", "result.api_key", "host.ENV.WANDB_API_KEY", "meta.options.\"--mongo_db\"", "meta.options.UPDATE",
        "meta.options.UPDATE[0]",
        "experiment.repositories", "experiment.repositories[0].url", "comment", "notes", "failure", "tags", "experiment", "command", "host",
    ];

    public static TheoryData<string> Hidden => [.. Fields];

    public static TheoryData<string> Queries =>
    [
        "db.password = alpha1", "db.password ~ ^a", "db.password contains alpha", "db.password < b", "db.password in (alpha1, x)",
        "db.pin_password = 1111", "db.pin_password < 2000",
        "db.ratio_secret < 0.2", "db.url ~ alpha", "db.tuple_password has alpha1", "db.tuple_password[0] = alpha1",
        "db.hosts[0].password = alpha1", "info.upload ~ alpha",
        "result.api_key = alpha1", "host.ENV.WANDB_API_KEY ~ a", "meta.options.\"--mongo_db\" ~ \"me:a\"",
        "meta.options.UPDATE has \"db.password=alpha1\"",
        "meta.options.UPDATE[0] ~ alpha", "experiment.repositories[0].url ~ alpha", "comment contains alpha", "notes ~ alpha",
        "failure ~ alpha", "tags has \"token=alpha1\"",
        "tags ~ alpha", "experiment ~ alpha", "command ~ alpha", "host ~ alpha", "alpha", "alpha1", "1111", ".omniboard.notes ~ alpha",
        "kind(db.pin_password) = number",
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_finds_both_or_none(string query)
    {
        var page = (await SnapshotAsync()).Queries().Find(new RunQuery { Text = query });

        Assert.Null(page.Error);
        Assert.Contains(page.Matched, new[] { 0, 2 });
    }

    [Theory]
    [MemberData(nameof(Hidden))]
    public async Task A_field_is_the_same_in_both_and_says_that_something_is_hidden(string text)
    {
        var snapshot = await SnapshotAsync();
        Assert.True(RunField.TryParse(text, out var field, out _));
        var values = snapshot.Values([.. snapshot.Runs], field!);
        Assert.True(RunGrouping.TryParse(text, out var grouping, out _));

        Assert.Equal(2, values.Count);
        Assert.All(values, value => Assert.Contains("***", SacredText(value), StringComparison.Ordinal));
        Assert.Equal(SacredText(values[0]), SacredText(values[1]));
        Assert.Single(snapshot.Queries().Group(new() { Runs = new(), Grouping = grouping! }).Groups);
        // Newest first is left to decide.
        foreach (var descending in new[] { false, true })
        {
            Assert.Equal(
                ["2", "1"],
                snapshot.Queries().Find(new() { Sort = [new(field!, descending)] }).Runs.Select(run => run.Id.ToString()));
        }
    }

    [Theory]
    [InlineData("db.password = \"***\"")]
    [InlineData("db.pin_password = \"***\"")]
    [InlineData("meta.options.\"--mongo_db\" = \"me:***@db:27017:sacred\"")]
    [InlineData("meta.options.UPDATE has \"db.password=***\"")]
    [InlineData("comment contains \"ftp://me:***@files\"")]
    [InlineData("tags has \"token=***\" or tags has \"api_token=***\"")]
    public async Task What_stands_there_instead_is_found(string query) =>
        Assert.Equal(2, (await SnapshotAsync()).Queries().Find(new RunQuery { Text = query }).Matched);

    [Fact]
    public async Task The_configs_do_not_differ_and_one_query_says_both()
    {
        var snapshot = await SnapshotAsync();
        Assert.True(RunGrouping.TryParse("config", out var grouping, out _));

        Assert.Empty(snapshot.Queries().DifferingConfig([.. snapshot.Runs], 10));
        Assert.Empty(snapshot.Queries().DifferingConfig(new RunQuery()));
        Assert.Equal(2, Assert.Single(snapshot.Queries().Group(new() { Runs = new(), Grouping = grouping! }).Groups).Count);
    }

    [Fact]
    public async Task A_secret_at_the_end_of_what_is_kept_of_a_text_is_not_half_kept()
    {
        const string url = "mongodb://me:hunter2@db/x ";
        for (var length = 3980; length <= 4001; length++)
        {
            var text = new string('x', length) + " " + url + new string('y', 5000);
            var run = (await TestCatalog.SnapshotOfAsync(TestRuns.Run(1).With(("text", text)) with { Notes = text })).Runs[0];

            Assert.DoesNotContain("hun", run.Notes, StringComparison.Ordinal);
            Assert.DoesNotContain("hun", ((SacredText)run.Value(RunField.Config("text"))!).Value, StringComparison.Ordinal);
            Assert.EndsWith($"… ({text.Length:N0} characters)", run.Notes, StringComparison.Ordinal);
        }

        var many = string.Concat(Enumerable.Repeat($"password='{new string('p', 500)}' ", 9));
        var dense = (await TestCatalog.SnapshotOfAsync(TestRuns.Run(1) with
        {
            Notes = many
            + new string('z', 600)
            + $" password='{new string('p', 500)}' "
        })).Runs[0];
        Assert.DoesNotContain("pp", dense.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_secret_is_kept_as_it_is()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(TestRuns.Run(1)
            .With(("eos_token", "</s>"), ("password_length", 8), ("note", "a = b, me@example.org")));

        Assert.Equal(
            1,
            snapshot.Queries()
                .Find(new RunQuery { Text = "eos_token = \"</s>\" password_length = 8 note = \"a = b, me@example.org\"" }).Matched);
    }

    private static string SacredText(SacredValue? value) => value switch
    {
        SacredText text => text.Value,
        SacredList list => string.Join(' ', list.Items.Select(SacredText)),
        SacredObject tree => string.Join(' ', tree.Members.Select(member => SacredText(member.Value))),
        SacredTyped typed => SacredText(typed.Value),
        _ => $"{value}",
    };

    private static Task<CatalogSnapshot> SnapshotAsync() =>
        TestCatalog.SnapshotOfAsync(Run(1, "alpha1", 1111, 0.1), Run(2, "omega2", 9999, 0.9));

    private static RunSummary Run(int id, string secret, int pin, double ratio)
    {
        var url = $"ftp://me:{secret}@files.example.org/x";
        return TestRuns.Run(id) with
        {
            Experiment = $"train {url}",
            Command = $"main {url}",
            Host = $"lab {url}",
            Comment = $"see {url}",
            Notes = $"--api-key={secret}",
            Failure = $"OSError: cannot reach {url}",
            Tags = ["plain", $"api_token={secret}"],
            Config = TestRuns.Object(("db", TestRuns.Object(
                ("password", secret), ("pin_password", pin), ("ratio_secret", ratio), ("url", url), (
                    "tuple_password",
                    TestRuns.Object(("py/tuple", new object?[] { secret, pin }))),
                ("hosts", new object?[] { TestRuns.Object(("name", "a"), ("password", secret)) })))),
            Info = TestRuns.Object(("upload", url)),
            Result = TestRuns.Object(("api_key", secret)),
            HostInfo = TestRuns.Object(("ENV", TestRuns.Object(("WANDB_API_KEY", secret)))),
            Meta = TestRuns.Object((
                "options",
                TestRuns.Object(("--mongo_db", $"me:{secret}@db:27017:sacred"), ("UPDATE", new object?[] { $"db.password={secret}" })))),
            ExperimentInfo = TestRuns.Object(("repositories", new object?[] { TestRuns.Object(("url", url)) })),
            Document = TestRuns.Object(("omniboard", TestRuns.Object(("notes", url)))),
        };
    }
}
