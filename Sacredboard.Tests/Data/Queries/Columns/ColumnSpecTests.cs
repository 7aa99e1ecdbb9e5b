using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Columns;

namespace Sacredboard.Tests.Data.Queries.Columns;

public sealed class ColumnSpecTests
{
    [Theory]
    [InlineData("lr")]
    [InlineData("lr~g4")]
    [InlineData("lr~f0~bar")]
    [InlineData("lr~bar0")]
    [InlineData("lr~barmin")]
    [InlineData("last(loss)~e15~scale")]
    [InlineData("at(loss, 100)~\"loss, at 100\"")]
    [InlineData("optimizer.\"a~b\".\"\"~\"it's \\\"so\\\" ~ \\\\\"~p1~bar")]
    [InlineData("info.\"<b>\"~\"<i>\"")]
    public void A_column_is_read_and_written_back(string text)
    {
        Assert.Equal(text, ColumnSpec.Read(text, out var fault)!.ToString());
        Assert.Null(fault);
    }

    [Fact]
    public void Every_way_to_show_a_column_is_read()
    {
        var column = ColumnSpec.Read("optimizer.lr~bar~\"learning rate\"~e", out _)!;

        Assert.Equal(RunField.Config("optimizer", "lr"), column.Field);
        Assert.Equal("learning rate", column.Name);
        Assert.Equal(new NumberStyle(NumberStyleKind.Scientific, 2), column.Numbers);
        Assert.Equal(ColumnLook.Bar, column.Look);
    }

    [Theory]
    [InlineData("~g4", null)]
    [InlineData("a..b~g4", null)]
    [InlineData("lr~", "lr")]
    [InlineData("lr~x9~bar", "lr~bar")]
    [InlineData("lr~g0", "lr")]
    [InlineData("lr~f16", "lr")]
    [InlineData("lr~f999999999999", "lr")]
    [InlineData("lr~f-1", "lr")]
    [InlineData("lr~\"\"", "lr")]
    [InlineData("lr~\"open", "lr")]
    [InlineData("lr~\"a\"b", "lr")]
    [InlineData("lr~BAR", "lr")]
    [InlineData("lr~plain", "lr")]
    public void What_cannot_be_read_is_told_and_the_rest_stays(string text, string? left)
    {
        Assert.Equal(left, ColumnSpec.Read(text, out var fault)?.ToString());
        Assert.NotNull(fault);
    }

    [Fact]
    public void A_name_may_be_long_but_not_endless()
    {
        Assert.NotNull(ColumnSpec.Read($"lr~\"{new string('n', ColumnSpec.MaxNameLength)}\"", out var fault)!.Name);
        Assert.Null(fault);
        Assert.Null(ColumnSpec.Read($"lr~\"{new string('n', ColumnSpec.MaxNameLength + 1)}\"", out fault)!.Name);
        Assert.NotNull(fault);
    }

    [Fact]
    public void A_list_names_all_faults_and_has_each_field_once()
    {
        var columns = ColumnList.Read("lr~e2,host,lr,,x~y,at(loss, 3)", out var faults);

        Assert.Equal("lr~e2,host,x,at(loss, 3)", ColumnList.ToText(columns));
        Assert.Equal(2, faults.Count);
        Assert.Empty(ColumnList.Read("", out faults));
        Assert.Empty(faults);
    }
}
