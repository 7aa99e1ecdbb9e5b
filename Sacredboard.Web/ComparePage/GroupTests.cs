using Sacredboard.Data.Comparing;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.Models.Compare;

namespace Sacredboard.Web.ComparePage;

/// <summary>Writes the significance of differences for scripts.</summary>
internal static class GroupTests
{
    public static GroupTestsModel Of(CompareSignificance tab) => new()
    {
        Figure = tab.Figure.Field.ToString(),
        Better = CompareWords.Goal(tab.Figure.IsLowerBetter),
        Against = tab.Base.Key,
        LeftOut = tab.Figure.LeftOut,
        Resamples = Bootstrap.Resamples,
        Seed = (long)Bootstrap.Seed,
        Groups = [.. tab.Groups.Select(group => Of(group, tab))],
    };

    private static GroupTestModel Of(ComparedGroup group, CompareSignificance tab) => new()
    {
        Key = group.Key,
        N = group.Sample.Count,
        Mean = Finite(group.Sample.Mean),
        Std = Finite(group.Sample.StandardDeviation),
        Median = Finite(group.Sample.Median),
        MedianInterval = Edges(group.Median),
        InterquartileMean = Finite(group.Sample.InterquartileMean),
        InterquartileMeanInterval = Edges(group.InterquartileMean),
        Difference = group.Against is { Means: { } means, Ranks: { } ranks, CorrectedP: { } corrected } against ? new()
        {
            Means = means.Difference,
            MeansInterval = Edges(means.Interval)!,
            DegreesOfFreedom = Finite(means.DegreesOfFreedom),
            WelchP = means.P,
            MediansInterval = Edges(against.Medians)!,
            InterquartileMeansInterval = Edges(against.InterquartileMeans)!,
            MannWhitneyU = ranks.U,
            MannWhitneyP = ranks.P,
            CorrectedP = corrected,
            Words = DifferenceWords.Of(group, tab.Base, tab),
        } : null,
    };

    private static double? Finite(double number) => double.IsFinite(number) ? number : null;

    private static IReadOnlyList<double>? Edges(Interval? interval) => interval is { } edges ? [edges.Low, edges.High] : null;
}
