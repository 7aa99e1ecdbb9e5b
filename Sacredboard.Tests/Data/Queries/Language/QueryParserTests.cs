using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Tests.Data.Queries.Language;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("resnet", "resnet")]
    [InlineData("resnet 128", "resnet and 128")]
    [InlineData("\"good one\"", "\"good one\"")]
    [InlineData("\"good o", "\"good o\"")]
    [InlineData("\"\" adam", "\"\" and adam")]
    [InlineData("<script>", "\"<script>\"")]
    [InlineData(".*", "\".*\"")]
    [InlineData("$where", "\"$where\"")]
    [InlineData("-5", "-5")]
    [InlineData("lr<0.1", "lr < 0.1")]
    [InlineData("lr < 0.1 and status = failed or not x", "lr < 0.1 and status = failed or not x")]
    [InlineData("a and (b or c)", "a and (b or c)")]
    [InlineData("a (b c)", "a and (b and c)")]
    [InlineData("NOT (a OR b)", "not (a or b)")]
    [InlineData("not not a", "not not a")]
    [InlineData("x in (1, two,\"3\")", "x in (1, two, \"3\")")]
    [InlineData("x NOT  in(1)", "x not in (1)")]
    [InlineData("exists(lr) missing( optimizer.\"weird key\" )", "exists(lr) and missing(optimizer.\"weird key\")")]
    [InlineData("kind(lr) = number", "kind(lr) = number")]
    [InlineData("kind( .status ) in (null, text)", "kind(.status) in (null, text)")]
    [InlineData("config.lr = 1", "config.lr = 1")]
    [InlineData("\"status\" = 1", "config.status = 1")]
    [InlineData("\"not\" = 1", "\"not\" = 1")]
    [InlineData(".host.hostname = gpu1", ".host.hostname = gpu1")]
    [InlineData("name ~ ^digits(a|b)$", "name ~ \"^digits(a|b)$\"")]
    [InlineData("(name ~ (?i)zoo$)", "name ~ \"(?i)zoo$\"")]
    [InlineData("name ~ \"\\bids?\\b\"", "name ~ \"\\\\bids?\\\\b\"")]
    [InlineData("name !~ a", "name !~ a")]
    [InlineData("x = 'it\\'s'", "x = \"it's\"")]
    [InlineData("x == 32.0", "x == 32")]
    [InlineData("x = 1e3", "x = 1000")]
    [InlineData("x = 9007199254740993", "x = 9007199254740993")]
    [InlineData("x != NaN", "x != nan")]
    [InlineData("x = True", "x = true")]
    [InlineData("x = None", "x = null")]
    [InlineData("started > -7d", "started > -7d")]
    [InlineData("started > \"2026-11-23 11:04\"", "started > \"2026-11-23 11:04\"")]
    [InlineData("duration > 1h30m", "duration > 1h30m")]
    [InlineData("command = <lambda>", "command = \"<lambda>\"")]
    [InlineData("tags has sweep", "tags has sweep")]
    [InlineData("comment contains \"a b\"", "comment contains \"a b\"")]
    [InlineData("has = 3", "has = 3")]
    public void A_query_is_printed_in_one_way(string text, string printed)
    {
        Assert.True(QueryParser.TryParse(text, out var tree, out var error), $"{error}");
        Assert.Equal(printed, tree.ToString());
        Assert.True(QueryParser.TryParse(printed, out var again, out error), $"{error}");
        Assert.Equal(tree, again);
    }

    [Theory]
    [InlineData("lr <", 4, 0)]
    [InlineData("lr < 0.1 and", 12, 0)]
    [InlineData("(a", 2, 0)]
    [InlineData("a)", 1, 1)]
    [InlineData("0.1 < lr < 1", 9, 1)]
    [InlineData("x in (1 2)", 8, 1)]
    [InlineData("x in ()", 6, 1)]
    [InlineData("exists(", 7, 0)]
    [InlineData("a..b = 1", 2, 2)]
    [InlineData("a && b", 2, 2)]
    public void A_fault_has_its_place(string text, int position, int length)
    {
        Assert.False(QueryParser.TryParse(text, out _, out var error));
        Assert.Equal((position, length), (error.Position, error.Length));
    }
}
