using Sacredboard.Data.Metrics;

namespace Sacredboard.Tests.Data.Metrics;

public sealed class MetricGoalTests
{
    [Theory]
    [InlineData("acc")]
    [InlineData("validation.accuracy")]
    [InlineData("val_acc")]
    [InlineData("valAcc")]
    [InlineData("top5_acc")]
    [InlineData("acc@1")]
    [InlineData("TEST_ACC")]
    [InlineData("f1")]
    [InlineData("f1_score")]
    [InlineData("valF1")]
    [InlineData("macro_f1")]
    [InlineData("microf1")]
    [InlineData("roc_auc")]
    [InlineData("AUROC")]
    [InlineData("score")]
    [InlineData("eval/mean_reward")]
    [InlineData("episode_return")]
    [InlineData("returns")]
    [InlineData("success_rate")]
    public void Of_an_accuracy_a_score_or_a_reward_the_highest_is_best(string name) => Assert.True(MetricGoal.IsHigherBetter(name));

    [Theory]
    [InlineData("")]
    [InlineData("loss")]
    [InlineData("validation.loss")]
    [InlineData("perplexity")]
    [InlineData("reward_loss")]
    [InlineData("score_error")]
    [InlineData("f1_err")]
    [InlineData("acceleration")]
    [InlineData("accumulated_cost")]
    [InlineData("conf1")]
    [InlineData("f10")]
    [InlineData("auction")]
    [InlineData("returned_items")]
    [InlineData("lr")]
    public void Of_a_loss_and_of_any_other_metric_it_is_not(string name) => Assert.False(MetricGoal.IsHigherBetter(name));
}
