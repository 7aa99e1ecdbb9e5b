using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;

namespace Sacredboard.Tests.Data.Fields;

public sealed class FieldListTests
{
    [Theory]
    [InlineData("")]
    [InlineData("-started")]
    [InlineData("-result,lr,optimizer.\"a,b\"")]
    [InlineData("config.-lr,-config.-lr")]
    [InlineData("-at(loss, 100),lr,min(\"a), b\"),-last(x)")]
    [InlineData("\"with \\\" quote, and comma\",model.layers.0")]
    public void A_sort_order_is_read_and_written_back(string text)
    {
        Assert.True(FieldList.TryParseSort(text, out var sort, out _));
        Assert.True(FieldList.TryParseSort(FieldList.ToText(sort), out var again, out _));
        Assert.Equal(sort, again);
    }

    [Fact]
    public void A_minus_means_descending()
    {
        Assert.True(FieldList.TryParseSort("-result,lr", out var sort, out _));
        Assert.Equal([new(RunField.Own("result"), true), new(RunField.Config("lr"), false)], sort);
    }

    [Fact]
    public void An_ascending_key_that_begins_with_a_minus_stays_ascending()
    {
        IReadOnlyList<RunSort> order = [new(RunField.Config("-lr"), false)];
        Assert.True(FieldList.TryParseSort(FieldList.ToText(order), out var sort, out _));
        Assert.Equal(order, sort);
    }

    [Fact]
    public void A_comma_inside_of_a_statistic_separates_no_fields()
    {
        Assert.Equal(["at(loss, 100)", "min(\"a), b\")", "lr"], Parts("at(loss, 100),min(\"a), b\"),lr"));
        Assert.Equal(["-mean:at(loss, 100)", "count"], Parts("-mean:at(loss, 100),count"));
        Assert.Equal(["at(loss,1)", "f(a", "b)"], Parts("at(loss,1),f(a,b)"));
        Assert.True(FieldList.TryParseSort("-at(loss, 100),lr", out var sort, out _));
        Assert.Equal([new(RunField.Metric("loss", MetricStatistic.At, 100), true), new(RunField.Config("lr"), false)], sort);
    }

    [Fact]
    public void Blanks_around_a_field_are_none_of_it()
    {
        Assert.Equal(["lr", "hidden", "\" x\""], Parts("lr, hidden , \" x\""));
        Assert.True(FieldList.TryParseSort("lr, -hidden", out var sort, out _));
        Assert.Equal([new(RunField.Config("lr"), false), new(RunField.Config("hidden"), true)], sort);
    }

    [Theory]
    [InlineData("lr,min(", 7)]
    [InlineData("lr,  a.b.", 9)]
    [InlineData("lr,,x", 3)]
    [InlineData("lr,", 3)]
    [InlineData("lr,a.b.", 7)]
    [InlineData("a[x", 1)]
    public void A_fault_is_named_with_its_position(string text, int expected)
    {
        Assert.False(FieldList.TryParse(text, out _, out var position));
        Assert.Equal(expected, position);
        Assert.False(FieldList.TryParseSort(text, out _, out position));
        Assert.Equal(expected, position);
    }

    private static IEnumerable<string> Parts(string text) => FieldList.Parts(text).Select(part => part.Part);
}
