using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Columns;

/// <summary>A config key among some runs: whether it differs among them, and how telling a column of it would be.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Values">How many different values there are.</param>
/// <param name="Present">How many of the runs have one.</param>
/// <param name="Runs">How many there are.</param>
internal readonly record struct DifferingKey(string[] Path, int Values, int Present, int Runs)
{
    /// <summary>More different values than these make a key no more telling.</summary>
    private const int ManyValues = 12;

    /// <summary>How much each level of depth takes from the logarithm of the number of values.</summary>
    private const double DepthCost = 0.5;

    private const double RareCost = 10;
    private const double SeedCost = 100;

    /// <summary>A run that lacks the key differs too.</summary>
    public bool Differs => ConfigKey.IsSetting(Path) && (Values > 1 || Present < Runs);

    /// <summary>The greater, the more telling. Keys that most runs lack are little so, seeds least.</summary>
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
