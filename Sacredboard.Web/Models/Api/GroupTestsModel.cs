using System.ComponentModel;

namespace Sacredboard.Web.Models.Api;

[Description("Groups of runs against one of them, by one number of each run. All intervals are of 95 %.")]
public sealed record GroupTestsModel
{
    [Description("The number, as a field.")]
    public required string Figure { get; init; }

    [Description("lower, higher or null: which numbers are the better ones.")]
    public required string? Better { get; init; }

    [Description("The key of the group that the others are compared with.")]
    public required string Against { get; init; }

    [Description("How many runs have no finite number and do not count.")]
    public required int LeftOut { get; init; }

    [Description("How often the bootstrap drew.")]
    public required int Resamples { get; init; }

    [Description("The seed of its draws, which are the same each time.")]
    public required long Seed { get; init; }

    [Description("In the order of the lines.")]
    public required IReadOnlyList<GroupTestModel> Groups { get; init; }
}

[Description("One group by one number of each of its runs.")]
public sealed record GroupTestModel
{
    [Description("Names the group: its oldest run.")]
    public required string Key { get; init; }

    [Description("Number of runs with the number.")]
    public required int N { get; init; }

    [Description("Null without runs.")]
    public required double? Mean { get; init; }

    [Description("The standard deviation, divided by n - 1; null for fewer than two runs.")]
    public required double? Std { get; init; }

    [Description("Null without runs.")]
    public required double? Median { get; init; }

    [Description("Low and high edge by the bootstrap; null for fewer than three runs.")]
    public required IReadOnlyList<double>? MedianInterval { get; init; }

    [Description("The mean of the middle half; null without runs.")]
    public required double? InterquartileMean { get; init; }

    [Description("The same for the interquartile mean.")]
    public required IReadOnlyList<double>? InterquartileMeanInterval { get; init; }

    [Description("The group against the base; null for the base, and when one of the two has fewer than three runs.")]
    public required GroupDifferenceModel? Difference { get; init; }
}

[Description("A group against the base: its number minus that of the base.")]
public sealed record GroupDifferenceModel
{
    [Description("The difference of the means.")]
    public required double Means { get; init; }

    [Description("Low and high edge by Welch's t-test.")]
    public required IReadOnlyList<double> MeansInterval { get; init; }

    [Description("Of this test; null for infinitely many, when neither group varies.")]
    public required double? DegreesOfFreedom { get; init; }

    [Description("Its p, two-sided, not corrected.")]
    public required double WelchP { get; init; }

    [Description("Low and high edge of the difference of medians, by the bootstrap.")]
    public required IReadOnlyList<double> MediansInterval { get; init; }

    [Description("The same for the difference of interquartile means.")]
    public required IReadOnlyList<double> InterquartileMeansInterval { get; init; }

    [Description("Mann-Whitney's U: pairs in which the group has the higher number.")]
    public required double MannWhitneyU { get; init; }

    [Description("Its p, two-sided.")]
    public required double MannWhitneyP { get; init; }

    [Description("The same, corrected for the number of groups by Holm.")]
    public required double CorrectedP { get; init; }

    [Description("The difference of the means in words.")]
    public required string Words { get; init; }
}
