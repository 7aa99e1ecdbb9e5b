namespace Sacredboard.Data.Comparing;

/// <summary>How much a setting matters for one figure of runs.</summary>
public sealed record SettingEffect
{
    public required string Name { get; init; }

    /// <summary>Number of runs that have both the setting and the figure.</summary>
    public required int Count { get; init; }

    /// <summary>Number of different values of the setting in these runs.</summary>
    public required int Values { get; init; }

    /// <summary>Spearman's rank correlation of a numeric setting and the figure; null for others and where it is not defined.</summary>
    public double? Correlation { get; init; }

    /// <summary>Of a setting that is no number: highest minus lowest median of the figure over its values; null for numbers.</summary>
    public double? Spread { get; init; }

    /// <summary>See <see cref="RegressionForest.PermutationImportance"/>.</summary>
    public required double Importance { get; init; }

    /// <summary>Other settings that change together with this one, so that their effects cannot be told apart.</summary>
    public required IReadOnlyList<string> MovesWith { get; init; }
}
