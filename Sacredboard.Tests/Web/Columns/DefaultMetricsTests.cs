using Sacredboard.Data.Stores;
using Sacredboard.Web.Columns;

namespace Sacredboard.Tests.Web.Columns;

public sealed class DefaultMetricsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("loss", "last(loss)")]
    [InlineData("training.accuracy training.loss validation.accuracy validation.loss", "last(validation.loss) max(validation.accuracy)")]
    [InlineData("acc loss val_acc", "max(val_acc)")]
    [InlineData("trainLoss valLoss valF1", "last(valLoss) max(valF1)")]
    [InlineData("lr reward", "max(reward)")]
    [InlineData("epoch lr", "last(lr)")]
    [InlineData("test.loss train.loss value_loss", "last(test.loss)")]
    [InlineData("accuracy loss perplexity", "last(loss) max(accuracy)")]
    [InlineData("val.loss val.other_loss val.bleu", "last(val.loss)")]
    public void The_last_of_a_validation_comes_first_and_the_highest_of_what_should_be_high(string names, string expected)
    {
        var metrics = names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => new MetricName(name, 20));

        Assert.Equal(expected, string.Join(' ', DefaultMetrics.Of([.. metrics], 20)));
    }

    [Fact]
    public void A_metric_of_few_runs_is_left_out_and_of_very_many_runs_there_is_one()
    {
        MetricName[] names = [new("loss", 100), new("accuracy", 100), new("val.loss", 9), new("val.none", 0), new("odd", int.MaxValue / 20)];

        Assert.Equal(["last(odd)"], DefaultMetrics.Of(names, 100).Select(field => field.ToString()));
        Assert.Equal(["last(loss)", "max(accuracy)"], DefaultMetrics.Of(names[..^1], 100).Select(field => field.ToString()));
        Assert.Equal(["last(loss)"], DefaultMetrics.Of(names[..^1], 100_000).Select(field => field.ToString()));
    }
}
