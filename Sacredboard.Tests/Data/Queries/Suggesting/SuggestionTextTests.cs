using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Queries.Suggesting;
using Sacredboard.Tests.Support;

using static Sacredboard.Tests.Data.Queries.Suggesting.SuggestionRuns;

namespace Sacredboard.Tests.Data.Queries.Suggesting;

/// <summary>How a suggestion is written, and what it replaces. A | in the text stands for the caret.</summary>
public sealed class SuggestionTextTests
{
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
    public async Task Whatever_is_typed_wherever_the_caret_stands_there_is_an_answer()
    {
        var snapshot = await RunsAsync();
        string[] texts = ["", "\"", "'", "((((", "))))", "= = =", "lr in (", "lr in (,", "last(\"", "kind(kind(", "not not", "a\0b",
            "\ud800", "exists(exists(", ".", ".host.", "lr <", "x[", "\"a\".\"b"];
        foreach (var text in texts.Append(string.Concat(texts)))
        {
            for (var at = -1; at <= text.Length + 1; at++)
            {
                var list = snapshot.Queries().Suggest(text, at);
                Assert.True(0 <= list.From && list.From <= list.To && list.To <= text.Length, $"{text} at {at}: {list.From} to {list.To}");
            }
        }
    }
}
