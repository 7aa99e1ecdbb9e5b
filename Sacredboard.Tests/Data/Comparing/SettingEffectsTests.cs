using Sacredboard.Data.Comparing;

namespace Sacredboard.Tests.Data.Comparing;

public sealed class SettingEffectsTests
{
    private const int Runs = 300;

    private readonly Random _random = new(3);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void The_setting_that_decides_is_the_most_important_and_noise_is_not()
    {
        var lr = Numbers(() => Math.Pow(10, -4 * _random.NextDouble()));
        var optimizer = Texts("adam", "sgd");
        var noise = Numbers(_random.NextDouble);
        var loss = Enumerable.Range(0, Runs)
            .Select(run => Math.Pow(Math.Log10(lr[run]) + 2, 2) + (optimizer[run] == "sgd" ? 0.5 : 0) + (0.05 * _random.NextDouble()))
            .ToArray();

        var effects = SettingEffects.Of(
            [Setting.OfNumbers("noise", noise), Setting.OfTexts("optimizer", optimizer), Setting.OfNumbers("lr", lr)], loss, Cancelled);

        Assert.Equal(["lr", "optimizer", "noise"], effects.Effects.Select(effect => effect.Name));
        Assert.True(effects.Effects[0].Importance > 0.5);
        Assert.InRange(effects.Effects[2].Importance, 0, 0.05);
        // The effect of lr goes down and up again, so its ranks hardly tell.
        Assert.InRange(effects.Effects[0].Correlation!.Value, -0.5, 0.5);
        Assert.InRange(effects.Effects[1].Spread!.Value, 0.1, 1.2);
        Assert.All(effects.Effects, effect => Assert.Empty(effect.MovesWith));
    }

    [Fact]
    public void Settings_that_move_together_are_named()
    {
        var width = Numbers(() => _random.Next(4));
        var heads = Array.ConvertAll(width, value => value * 2);
        var size = Array.ConvertAll(width, value => value > 1 ? "large" : "small");
        var device = Texts("cpu", "gpu");

        var effects = SettingEffects.Of(
            [
                Setting.OfNumbers("width", width), Setting.OfNumbers("heads", heads), Setting.OfTexts("size", size),
                Setting.OfTexts("device", device),
            ],
            width,
            Cancelled);

        var together = effects.Effects.ToDictionary(effect => effect.Name, effect => effect.MovesWith.Order());
        Assert.Equal(["heads", "size"], together["width"]);
        Assert.Equal(["heads", "width"], together["size"]);
        Assert.Empty(together["device"]);
    }

    [Fact]
    public void Seeds_do_not_move_together_only_because_each_run_has_its_own()
    {
        var effects = SettingEffects.Of(
            [
                Setting.OfTexts("name", [.. Enumerable.Range(0, 15).Select(run => $"run{run}")]),
                Setting.OfTexts("id", [.. Enumerable.Range(0, 15).Select(run => $"id{run * 7 % 15}")]),
            ],
            [.. Enumerable.Range(0, 15).Select(_ => _random.NextDouble())],
            Cancelled);

        Assert.All(effects.Effects, effect => Assert.Empty(effect.MovesWith));
        Assert.True(effects.HasFewRuns);
    }

    [Fact]
    public void Runs_without_the_figure_or_the_setting_do_not_count()
    {
        var effects = SettingEffects.Of(
            [Setting.OfNumbers("lr", [1, 2, double.NaN, 4, 5]), Setting.OfTexts("name", ["a", null, "b", "b", "a"])],
            [10, 20, 30, double.NaN, 50],
            Cancelled);

        Assert.Equal(4, effects.Count);
        var lr = effects.Effects.Single(effect => effect.Name == "lr");
        Assert.Equal((3, 3, 1.0), (lr.Count, lr.Values, lr.Correlation!.Value));
        var name = effects.Effects.Single(effect => effect.Name == "name");
        Assert.Equal((3, 2, 0.0), (name.Count, name.Values, name.Spread!.Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Without_runs_there_is_no_effect(int runs)
    {
        var effects = SettingEffects.Of([Setting.OfNumbers("lr", new double[runs])], new double[runs], Cancelled);

        Assert.Equal((0, null), (effects.Effects[0].Importance, effects.Effects[0].Correlation));
    }

    [Fact]
    public void The_same_runs_always_give_the_same_importance()
    {
        var lr = Numbers(_random.NextDouble);

        Assert.Equal(Importance(), Importance());

        double Importance() => SettingEffects.Of([Setting.OfNumbers("lr", lr)], lr, Cancelled).Effects[0].Importance;
    }

    [Fact]
    public void Work_ends_when_it_is_cancelled() => Assert.Throws<OperationCanceledException>(() =>
        SettingEffects.Of([Setting.OfNumbers("lr", Numbers(_random.NextDouble))], Numbers(_random.NextDouble), new(canceled: true)));

    private double[] Numbers(Func<double> next) => [.. Enumerable.Range(0, Runs).Select(_ => next())];

    private string[] Texts(params string[] choices) => [.. Enumerable.Range(0, Runs).Select(_ => choices[_random.Next(choices.Length)])];
}
