namespace Sacredboard.Data.Comparing;

/// <summary>The effects of settings on one figure.</summary>
/// <param name="Effects">The most important first.</param>
/// <param name="Count">Number of runs with the figure.</param>
public sealed record SettingEffects(IReadOnlyList<SettingEffect> Effects, int Count)
{
    /// <summary>With fewer runs, chance alone makes settings look important.</summary>
    public const int FewRuns = 20;

    public bool HasFewRuns => Count < FewRuns;

    /// <param name="settings">All with one value for each run.</param>
    /// <param name="figure">One for each run; runs in which it is not finite are left out.</param>
    public static SettingEffects Of(IReadOnlyList<Setting> settings, double[] figure, CancellationToken cancellationToken)
    {
        int[] rows = [.. Enumerable.Range(0, figure.Length).Where(row => double.IsFinite(figure[row]))];
        var target = Array.ConvertAll(rows, row => figure[row]);
        var kept = settings.Select(setting => Only(setting, rows)).ToList();
        if (target.Length < 2 || kept.Count == 0)
        {
            return new([.. kept.Select(setting => Describe(setting, target, 0, []))], target.Length);
        }

        var features = ForEach(kept, (setting, _) => setting.Numbers is { } numbers
            ? BinnedFeature.OfNumbers(numbers)
            : BinnedFeature.OfCategories(setting.Texts, target));
        var importance = new RegressionForest(features, target, cancellationToken).PermutationImportance(cancellationToken);
        var together = Association.Of(kept, features, cancellationToken);
        var effects = ForEach(kept, (setting, i) =>
            Describe(setting, target, importance[i], [.. together[i].Select(other => kept[other].Name)]));
        return new([.. effects.OrderByDescending(effect => effect.Importance)], target.Length);
    }

    // On all processors: with very many runs each takes long.
    private static T[] ForEach<T>(IReadOnlyList<Setting> settings, Func<Setting, int, T> make)
    {
        var made = new T[settings.Count];
        Parallel.For(0, made.Length, i => made[i] = make(settings[i], i));
        return made;
    }

    private static Setting Only(Setting setting, int[] rows) => setting.Numbers is { } numbers
        ? Setting.OfNumbers(setting.Name, Array.ConvertAll(rows, row => double.IsFinite(numbers[row]) ? numbers[row] : double.NaN))
        : Setting.OfTexts(setting.Name, Array.ConvertAll(rows, row => setting.Texts[row]));

    private static SettingEffect Describe(Setting setting, double[] target, double importance, IReadOnlyList<string> together)
    {
        if (setting.Numbers is { } numbers)
        {
            int[] rows = [.. Enumerable.Range(0, target.Length).Where(row => !double.IsNaN(numbers[row]))];
            var x = Array.ConvertAll(rows, row => numbers[row]);
            var correlation = Ranks.Correlation(x, Array.ConvertAll(rows, row => target[row]));
            return new()
            {
                Name = setting.Name,
                Count = rows.Length,
                Values = x.Distinct().Count(),
                Correlation = double.IsFinite(correlation) ? correlation : null,
                Importance = importance,
                MovesWith = together,
            };
        }

        var groups = setting.Texts.Zip(target).Where(pair => pair.First is not null)
            .GroupBy(pair => pair.First, pair => pair.Second)
            .Select(group => new Sample(group))
            .ToList();
        return new()
        {
            Name = setting.Name,
            Count = groups.Sum(group => group.Count),
            Values = groups.Count,
            Spread = groups.Count < 2 ? null : groups.Max(group => group.Median) - groups.Min(group => group.Median),
            Importance = importance,
            MovesWith = together,
        };
    }
}
