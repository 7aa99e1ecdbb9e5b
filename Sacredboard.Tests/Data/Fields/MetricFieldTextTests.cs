using FsCheck.Xunit;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;

namespace Sacredboard.Tests.Data.Fields;

public sealed class MetricFieldTextTests
{
    [Theory]
    [InlineData("last(loss)", MetricStatistic.Last, "loss", null, "last(loss)")]
    [InlineData("first( loss )", MetricStatistic.First, "loss", null, "first(loss)")]
    [InlineData("last_finite(loss)", MetricStatistic.LastFinite, "loss", null, "last_finite(loss)")]
    [InlineData("first_finite(\"val loss\")", MetricStatistic.FirstFinite, "val loss", null, "first_finite(\"val loss\")")]
    [InlineData("min(validation.loss)", MetricStatistic.Min, "validation.loss", null, "min(validation.loss)")]
    [InlineData("max(tb:loss/train-1)", MetricStatistic.Max, "tb:loss/train-1", null, "max(tb:loss/train-1)")]
    [InlineData("mean(\"loss\")", MetricStatistic.Mean, "loss", null, "mean(loss)")]
    [InlineData("count(val loss)", MetricStatistic.Count, "val loss", null, "count(\"val loss\")")]
    [InlineData("argmin(\"val loss, (x)\")", MetricStatistic.ArgMin, "val loss, (x)", null, "argmin(\"val loss, (x)\")")]
    [InlineData("argmax(\"a\\\"b\\\\\")", MetricStatistic.ArgMax, "a\"b\\", null, "argmax(\"a\\\"b\\\\\")")]
    [InlineData("nonfinite(\"\")", MetricStatistic.NonFinite, "", null, "nonfinite(\"\")")]
    [InlineData("at(loss,100)", MetricStatistic.At, "loss", 100.0, "at(loss, 100)")]
    [InlineData("at( \"a,b\" , -1.5e3 )", MetricStatistic.At, "a,b", -1500.0, "at(\"a,b\", -1500)")]
    public void A_statistic_is_read_and_has_one_shortest_way_to_be_written(
        string text,
        MetricStatistic kind,
        string name,
        double? step,
        string shortest)
    {
        Assert.True(RunField.TryParse(text, out var field, out _));
        Assert.Equal(RunField.Metric(name, kind, step), field);
        Assert.Equal(shortest, field!.ToString());
    }

    [Theory]
    [InlineData("min(", 4)]
    [InlineData("min()", 4)]
    [InlineData("min(loss", 8)]
    [InlineData("min(loss) ", 9)]
    [InlineData("min(loss).x", 9)]
    [InlineData("min(f(x))", 5)]
    [InlineData("min(\"open)", 10)]
    [InlineData("min(loss, 1)", 8)]
    [InlineData("at(loss)", 7)]
    [InlineData("at(loss, )", 9)]
    [InlineData("at(loss, nan)", 9)]
    [InlineData("at(loss, 1", 9)]
    public void A_fault_has_its_position(string text, int position)
    {
        Assert.False(RunField.TryParse(text, out _, out var at));
        Assert.Equal(position, at);
    }

    [Theory]
    [InlineData("Min(loss)")]
    [InlineData("median(loss)")]
    [InlineData("\"min(loss)\"")]
    public void Anything_else_with_parentheses_is_a_config_key(string text)
    {
        Assert.True(RunField.TryParse(text, out var field, out _));
        Assert.Equal(RunField.Config(text.Trim('"')), field);
        Assert.True(RunField.TryParse(field!.ToString(), out var again, out _));
        Assert.Equal(field, again);
    }

    [Property(MaxTest = 500)]
    public void What_is_printed_is_read_back_also_out_of_a_list(MetricStatistic kind, string? name, FsCheck.NormalFloat step)
    {
        var field = RunField.Metric(name ?? "", kind, kind == MetricStatistic.At ? step.Get : null);
        Assert.True(RunField.TryParse(field.ToString(), out var again, out var position), $"{field} at {position}");
        Assert.Equal(field, again);
        Assert.True(FieldList.TryParse(FieldList.ToText([field, RunField.Config("lr"), field]), out var list, out _));
        Assert.Equal([field, RunField.Config("lr"), field], list);
    }
}
