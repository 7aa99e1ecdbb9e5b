namespace Sacredboard.Data.Comparing;

/// <summary>One setting of all runs in a few bins, for the splits of trees.</summary>
/// <param name="Bins">A bin for each run.</param>
/// <param name="Count">The number of bins.</param>
internal sealed record BinnedFeature(byte[] Bins, int Count)
{
    public const int MaxBins = 64;

    /// <summary>Numbers in bins of about as many runs each; bin 0 is for runs without one.</summary>
    /// <param name="values">NaN for none.</param>
    public static BinnedFeature OfNumbers(double[] values)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        double[] distinct = [.. sorted.Distinct()];
        double[] lowest = distinct.Length < MaxBins
            ? distinct
            : [.. Enumerable.Range(0, MaxBins - 1).Select(bin => sorted[(int)((long)bin * sorted.Length / (MaxBins - 1))]).Distinct()];
        return new(
            Array.ConvertAll(values, value => (byte)(double.IsNaN(value) ? 0 : 1 + Place(lowest, value))),
            lowest.Length + 1);
    }

    /// <summary>Categories in the order of their mean figure, which makes the best split of them one cut (Fisher 1958).</summary>
    /// <param name="values">Null for none, which is a category too.</param>
    /// <param name="target">The figure of each run.</param>
    public static BinnedFeature OfCategories(string?[] values, double[] target)
    {
        var ordered = values.Zip(target)
            .GroupBy(pair => pair.First ?? "\0", pair => pair.Second)
            .OrderBy(group => group.Average())
            .Select((group, i) => (group.Key, Place: i))
            .ToList();
        var bins = ordered.ToDictionary(
            group => group.Key,
            group => (byte)((long)group.Place * MaxBins / Math.Max(ordered.Count, MaxBins)));
        return new(Array.ConvertAll(values, value => bins[value ?? "\0"]), Math.Min(ordered.Count, MaxBins));
    }

    private static int Place(double[] lowest, double value)
    {
        var found = Array.BinarySearch(lowest, value);
        return found >= 0 ? found : Math.Max(0, ~found - 1);
    }
}
