using FsCheck.Xunit;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Language;

public sealed class QueryPropertyTests
{
    [Property(MaxTest = 2000, Arbitrary = [typeof(QueryTrees)])]
    public void What_is_printed_is_read_back_as_the_same_tree(QueryNode tree)
    {
        var text = tree.ToString()!;
        if (text.Length > QueryParser.MaxCharacters)
        {
            return;
        }

        Assert.True(QueryParser.TryParse(text, out var again, out var error), $"{text}: {error}");
        Assert.Equal(tree, again);
    }

    [Fact]
    public void A_million_random_texts_raise_nothing_but_the_parsers_own_error()
    {
        var good = 0;
        Parallel.For(0, 10, seed =>
        {
            var queries = new RandomQueries(seed);
            for (var i = 0; i < 100_000; i++)
            {
                if (IsGood(queries.Next(), printed: i % 20 == 0))
                {
                    Interlocked.Increment(ref good);
                }
            }
        });

        // Both must come often.
        Assert.InRange(good, 50_000, 950_000);
    }

    private static bool IsGood(string text, bool printed)
    {
        if (QueryParser.TryParse(text, out var tree, out var error))
        {
            Assert.True(!printed || (QueryParser.TryParse(tree.ToString()!, out var again, out _) && again == tree), text);
            return true;
        }

        Assert.True(
            error.Position >= 0 && error.Length >= 0 && error.Position + error.Length <= text.Length && error.Message.Length > 0,
            $"{text}: {error}");
        return false;
    }

    [Fact]
    public async Task Random_texts_have_an_answer_and_a_cursor()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(
            TestRuns.Run(1).With(
                ("lr", 0.1),
                ("x", new object?[] { 1, "a" }),
                ("a", TestRuns.Object(("b", null)))) with
            { Tags = ["best"], Comment = "a b" },
            TestRuns.Run(2).With(("lr", "0.1"), ("x", double.NaN)));
        var queries = new RandomQueries(7);
        var errors = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var text = queries.Next();
            var page = snapshot.Queries().Find(new RunQuery { Text = text });
            errors += page.Error is null ? 0 : 1;
            Assert.True(page.Error is null || page.Matched == 0, text);
            var cursor = QueryCursor.At(text, i % (text.Length + 1));
            Assert.True(cursor.Span.Start >= 0 && cursor.Span.End <= text.Length, text);
        }

        Assert.InRange(errors, 1, 9_999);
    }
}
