using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Tests.Data.Queries.Language;

public sealed class QueryCursorTests
{
    [Theory]
    // | is the cursor.
    [InlineData("|", QueryExpectation.Term, "", null)]
    [InlineData("l|", QueryExpectation.Term, "l", null)]
    [InlineData("optimizer.l|r < 1", QueryExpectation.Term, "optimizer.l", null)]
    [InlineData("lr |", QueryExpectation.Operator | QueryExpectation.Connective | QueryExpectation.Term, "", "lr")]
    [InlineData("lr con|", QueryExpectation.Operator | QueryExpectation.Connective | QueryExpectation.Term, "con", "lr")]
    [InlineData("lr <|", QueryExpectation.Value, "", "lr")]
    [InlineData("lr < |", QueryExpectation.Value, "", "lr")]
    [InlineData("lr < 0.|", QueryExpectation.Value, "0.", "lr")]
    [InlineData("lr < 0.1 |", QueryExpectation.Connective | QueryExpectation.Term, "", null)]
    [InlineData("lr < 0.1 an|", QueryExpectation.Connective | QueryExpectation.Term, "an", null)]
    [InlineData("lr < 0.1 and |", QueryExpectation.Term, "", null)]
    [InlineData("(|", QueryExpectation.Term, "", null)]
    [InlineData("not s|", QueryExpectation.Term, "s", null)]
    [InlineData("experiment = \"dig|", QueryExpectation.Value, "dig", "experiment")]
    [InlineData("x in (|", QueryExpectation.Value, "", "x")]
    [InlineData("x in (1, |", QueryExpectation.Value, "", "x")]
    [InlineData("x not in (1, a|", QueryExpectation.Value, "a", "x")]
    [InlineData("exists(|", QueryExpectation.Field, "", null)]
    [InlineData("exists(optim|)", QueryExpectation.Field, "optim", null)]
    [InlineData("kind(l|)", QueryExpectation.Field, "l", null)]
    [InlineData("kind(lr) = n|", QueryExpectation.Value, "n", "kind(lr)")]
    [InlineData("min(|", QueryExpectation.Metric, "", null)]
    [InlineData("min(lo|) < 1", QueryExpectation.Metric, "lo", null)]
    [InlineData("min(\"lo|", QueryExpectation.Metric, "lo", null)]
    [InlineData("min(loss) |", QueryExpectation.Operator, "", "min(loss)")]
    [InlineData("started > -7d sta|tus = x", QueryExpectation.Connective | QueryExpectation.Term, "sta", null)]
    public void What_may_stand_at_the_cursor_is_known(string text, QueryExpectation expected, string typed, string? field)
    {
        var cursor = QueryCursor.At(text.Replace("|", ""), text.IndexOf('|'));
        Assert.Equal((expected, typed, field), (cursor.Expected, cursor.Typed, cursor.Field?.ToString()));
    }

    [Fact]
    public void What_a_choice_replaces_is_the_whole_piece()
    {
        Assert.Equal("optimizer.lr", Replaced("a optimizer.l|r < 1"));
        Assert.Equal("\"two words\"", Replaced("x = \"two| words\" b"));
        Assert.Equal("loss", Replaced("min(lo|ss) < 1"));
        Assert.Equal("", Replaced("x = |"));
    }

    private static string Replaced(string text)
    {
        var (plain, at) = (text.Replace("|", ""), text.IndexOf('|'));
        var span = QueryCursor.At(plain, at).Span;
        return plain.Substring(span.Start, span.Length);
    }
}
