using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Tests.Data.Fields;

public sealed class QuotedTextTests
{
    [Theory]
    [InlineData("\"a b\"", "a b")]
    [InlineData("\"a\\\"b\"", "a\"b")]
    [InlineData("\"a\\\\\"", "a\\")]
    [InlineData("\"^\\d+$\"", "^\\d+$")]
    [InlineData("'it\\'s \"so\"'", "it's \"so\"")]
    [InlineData("\"open \\\" end", "open \" end")]
    [InlineData("\"", "")]
    public void A_backslash_stands_for_itself_but_before_quotes_and_backslashes(string written, string text)
    {
        Assert.Equal(text, QuotedText.Read(written));
    }

    [Fact]
    public void Fields_and_queries_mean_the_same_by_what_is_in_quotes()
    {
        Assert.True(RunField.TryParse("\"a\\d\\\\e\\\"\"", out var field, out _));
        Assert.Equal(RunField.Config("a\\d\\e\""), field);
        Assert.True(QueryParser.TryParse("exists(\"a\\d\\\\e\\\"\")", out var tree, out _));
        Assert.Equal(field, Assert.IsType<QueryCondition>(tree).Field.Run);
    }

    [Theory]
    [InlineData("a,b", "a|b")]
    [InlineData("", "")]
    [InlineData("a,,", "a||")]
    [InlineData("\"a,b\",c", "\"a,b\"|c")]
    [InlineData("\"a\\\",b\",c", "\"a\\\",b\"|c")]
    [InlineData("x\"a,b", "x\"a,b")]
    [InlineData("'a,b',c", "'a|b'|c")]
    public void Separators_in_quotes_are_none(string text, string parts)
    {
        Assert.Equal(parts, string.Join('|', QuotedText.Split(text, ',')));
    }

    [Fact]
    public void Other_marks_may_be_quotes_too()
    {
        Assert.Equal(["'a,b'", "\"c,d\"", "e"], QuotedText.Split("'a,b',\"c,d\",e", ',', marks: "\"'"));
        Assert.Equal("a~b", ColumnSpec.Read("lr~\"a~b\"", out _)!.Name);
    }

    [Theory]
    [InlineData("\"a\\\\b\"", 0, 1)]
    [InlineData("\"a\\\\b\"", 2, 4)]
    [InlineData("\"a\\db\"", 2, 3)]
    [InlineData("ab", 9, 2)]
    public void A_place_in_the_text_is_found_in_what_was_written(string written, int position, int place)
    {
        Assert.Equal(place, QuotedText.PositionIn(written, position));
    }
}
