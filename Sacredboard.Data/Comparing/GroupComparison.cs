namespace Sacredboard.Data.Comparing;

/// <summary>One group of runs against the base, by one figure of its runs.</summary>
public sealed record GroupComparison
{
    /// <summary>With fewer runs in a group nothing is tested.</summary>
    public const int MinRuns = 3;

    public required Sample Group { get; init; }

    public required Sample Base { get; init; }

    /// <summary>Null when one of the two has fewer than <see cref="MinRuns"/> runs, like the others.</summary>
    public WelchTest? Means { get; init; }

    /// <summary>The difference of medians, by <see cref="Bootstrap"/>.</summary>
    public Interval? Medians { get; init; }

    /// <summary>The difference of interquartile means, by <see cref="Bootstrap"/>.</summary>
    public Interval? InterquartileMeans { get; init; }

    public MannWhitneyTest? Ranks { get; init; }

    /// <summary>The p of <see cref="Ranks"/>, corrected for the number of groups by <see cref="Holm"/>.</summary>
    public double? CorrectedP { get; init; }

    /// <summary>Compares each group with the base.</summary>
    public static IReadOnlyList<GroupComparison> Of(Sample @base, IReadOnlyList<Sample> groups, CancellationToken cancellationToken)
    {
        var compared = new List<GroupComparison>();
        foreach (var group in groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            compared.Add(Compare(@base, group));
        }

        var tested = compared.Where(one => one.Ranks is not null).ToList();
        var corrected = Holm.Correct([.. tested.Select(one => one.Ranks!.P)]);
        return [.. compared.Select(one => tested.IndexOf(one) is >= 0 and var i ? one with { CorrectedP = corrected[i] } : one)];
    }

    private static GroupComparison Compare(Sample @base, Sample group) =>
        Math.Min(@base.Count, group.Count) < MinRuns
            ? new() { Group = group, Base = @base }
            : new()
            {
                Group = group,
                Base = @base,
                Means = WelchTest.Of(group, @base),
                Medians = Bootstrap.OfDifference(group, @base, Sample.MedianOf),
                InterquartileMeans = Bootstrap.OfDifference(group, @base, Sample.InterquartileMeanOf),
                Ranks = MannWhitneyTest.Of(group, @base),
            };
}
