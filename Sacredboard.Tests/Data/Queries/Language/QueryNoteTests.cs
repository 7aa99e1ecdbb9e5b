using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Language;

public sealed class QueryNoteTests
{
    [Theory]
    [InlineData("lr = 1", "1", "lr is taken from optimizer.lr")]
    [InlineData("not missing(lr)", "1", "lr is taken from optimizer.lr")]
    [InlineData("layers[1] = 64", "2", "layers.1 is taken from model.layers.1")]
    [InlineData("optimizer.lr = 1", "1", "")]
    // At the first level it is found there, and nowhere else.
    [InlineData("seed = 1", "1", "")]
    [InlineData("config.lr = 1", "", "No run has a config value lr")]
    // Which of several is not guessed.
    [InlineData("name = a", "", "name is at 2 paths: data.name, optimizer.name; write one of them in full")]
    [InlineData("sed = 1", "", "No run has a config value sed")]
    [InlineData("lr = 1 lr < 2", "1", "lr is taken from optimizer.lr")]
    [InlineData("info.lr = 1", "", "")]
    public async Task A_bare_name_finds_the_only_deeper_path(string query, string ids, string notes)
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(
            TestRuns.Run(1).With(("seed", 1), ("optimizer", TestRuns.Object(("lr", 1), ("name", "a"), ("seed", 2)))),
            TestRuns.Run(2)
                .With(("model", TestRuns.Object(("layers", new object?[] { 32, 64 }))), ("data", TestRuns.Object(("name", "a")))));
        var page = snapshot.Queries().Find(new RunQuery { Text = query });
        Assert.Null(page.Error);
        Assert.Equal(ids, string.Join(' ', page.Runs.Select(run => run.Id)));
        Assert.Equal(notes, string.Join('|', page.Notes.Select(note => note.Message)));
    }

    [Fact]
    public async Task A_note_says_where_and_what_may_be_meant()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(TestRuns.Run(1).With(("batch_size", 1)));
        var note = Assert.Single(snapshot.Queries().Find(new RunQuery { Text = "id = 1 batchsize = 1" }).Notes);
        Assert.Equal(new QueryNote(7, 9, "No run has a config value batchsize", "batch_size") { IsMissing = true }, note);
    }

    [Theory]
    // What is missing, and where.
    [InlineData("lr <", 4, 0, "expected a value", null)]
    [InlineData("x = 1 and", 9, 0, "expected a field, a word or (", null)]
    [InlineData("(x = 1", 6, 0, "expected )", null)]
    [InlineData("x = 1)", 5, 1, "and, or, or the end", null)]
    [InlineData("x in (1 2)", 8, 1, "Expected , or )", null)]
    [InlineData("x in ()", 6, 1, "a value", null)]
    [InlineData("exists()", 7, 1, "a field", null)]
    [InlineData("x = (1 or 2)", 4, 2, "in (…)", null)]
    // The nearest word.
    [InlineData("lats(loss) < 1", 0, 4, "no function lats", "last")]
    [InlineData("kind(x) = numbr", 10, 5, "no such kind", "number")]
    [InlineData("kind(x) < text", 8, 1, "kind(…) takes", "=")]
    [InlineData("a && b", 2, 2, "Write and here", "and")]
    [InlineData("x =< 1", 2, 2, "Write <= here", "<=")]
    [InlineData("x <> 1", 2, 2, "Write != here", "!=")]
    [InlineData("0.1 < lr < 1", 9, 1, "one field and one value", null)]
    [InlineData("a..b = 1", 2, 2, "not a field", null)]
    [InlineData("last(loss", 9, 0, "not a field", null)]
    // What cannot be asked.
    [InlineData("captured_out contains x", 0, 12, "captured_out is not in the catalog", null)]
    [InlineData(".fail_trace ~ x", 0, 11, "fail_trace is not in the catalog", "failure")]
    [InlineData("exists(.artifacts)", 7, 10, "artifacts is not in the catalog", null)]
    [InlineData(".stat = x", 0, 5, "stat is not in the catalog", ".status")]
    [InlineData("experiment.sources has x", 0, 18, "experiment.sources is not in the catalog", null)]
    // Patterns, by the place of their fault.
    [InlineData("x ~ \"a[\"", 7, 0, "Unterminated [] set", null)]
    [InlineData("x ~ a**", 7, 0, "Nested quantifier", null)]
    [InlineData("x ~ \"\\\\d(\"", 9, 0, "Not enough )", null)]
    [InlineData("x ~ (?=a)b", 4, 6, "Lookarounds", null)]
    [InlineData("x ~ (a)\\1", 4, 5, "backreferences", null)]
    [InlineData("x ~ ((a{1000}){1000}){1000}", 4, 23, "too large", null)]
    // Times and durations are of one kind.
    [InlineData("started > 7d", 10, 2, "started is a time", "-7d")]
    [InlineData("started = soon", 10, 4, "started is a time", null)]
    [InlineData("duration > long", 11, 4, "Write a duration as", null)]
    public void An_error_says_where_and_what_was_expected(string query, int position, int length, string message, string? suggestion)
    {
        Assert.False(QueryParser.TryParse(query, out var tree, out var error));
        Assert.Null(tree);
        Assert.Equal((position, length, suggestion), (error.Position, error.Length, error.Suggestion));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4000, true)]
    [InlineData(4001, false)]
    public void A_query_has_at_most_4000_characters(int length, bool good) =>
        Assert.Equal(good, QueryParser.TryParse(new string('a', length), out _, out _));

    [Theory]
    [InlineData("(", ")", 50, true)]
    [InlineData("(", ")", 51, false)]
    [InlineData("not ", "", 50, true)]
    [InlineData("not ", "", 51, false)]
    [InlineData("not (", ")", 25, true)]
    [InlineData("not (", ")", 26, false)]
    public void A_query_is_at_most_50_deep(string open, string close, int times, bool good)
    {
        var text = string.Concat(Enumerable.Repeat(open, times)) + "a" + string.Concat(Enumerable.Repeat(close, times));
        Assert.Equal(good, QueryParser.TryParse(text, out _, out var error));
        Assert.True(good || error!.Message.Contains("50", StringComparison.Ordinal));
        Assert.True(QueryParser.TryParse("(a) not (b) " + string.Concat(Enumerable.Repeat("(a) not b ", 100)), out _, out _));
    }
}
