using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Columns;

/// <summary>A config key of some runs: whether it differs, and how useful it is as a column.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Values">Number of different values.</param>
/// <param name="Present">Number of runs that have a value.</param>
/// <param name="Runs">Number of runs.</param>
internal readonly record struct DifferingKey(string[] Path, int Values, int Present, int Runs)
{
    /// <summary>More different values do not raise the score.</summary>
    private const int ManyValues = 12;

    /// <summary>Subtracted for each level of depth; one is worth twice as many values.</summary>
    private const double DepthCost = 0.5;

    private const double RareCost = 10;

    /// <summary>One run in so many must have the key.</summary>
    private const int MinShare = 10;

    private const double SeedCost = 100;

    /// <summary>True when values differ or some runs lack the key.</summary>
    public bool Differs => ConfigKey.IsSetting(Path) && (Values > 1 || Present < Runs);

    /// <summary>True for a setting with different values, unless it is a seed or a key of few runs.</summary>
    public bool IsDistinctive => Differs && Values > 1 && Runs <= Present * MinShare && !SeedKeys.ByName.Cover(Path);

    /// <summary>The greater, the more useful. Keys that most runs lack have low scores, seeds the lowest.</summary>
    public double Score
    {
        get
        {
            var values = Math.Min(Values, ManyValues) + (Present < Runs ? 1 : 0);
            return Math.Log2(Math.Min(values, ManyValues)) - (DepthCost * (Path.Length - 1))
                - (2 * Present < Runs ? RareCost : 0)
                - (SeedKeys.ByName.Cover(Path) ? SeedCost : 0);
        }
    }
}
