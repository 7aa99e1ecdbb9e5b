using Sacredboard.Data.Metrics;

namespace Sacredboard.Tests.Data.Metrics;

/// <summary>The metric of runs that each went on from the one before, as one.</summary>
public sealed class JoinedSeriesTests
{
    private const double NaN = double.NaN;

    [Fact]
    public void A_later_run_wins_from_its_first_step_on_even_where_it_recorded_other_steps()
    {
        var joined = Of([0, 1, 2, 3, 4], [2.5, 3.5]);

        Assert.Equal([0, 1, 2, 2.5, 3.5], joined.Steps);
        Assert.Equal([0, 1, 2, 100, 101], joined.Values);
        Assert.Equal(["0: 3 + 2", "1: 2 + 0"], joined.Parts.Select(part => $"{part.Run}: {part.Count} + {part.Replaced}"));
    }

    [Fact]
    public void Of_three_runs_the_last_may_replace_what_both_others_recorded()
    {
        Assert.Equal([0, 1, 200, 201], Of([0, 1, 2, 3], [3, 4, 5], [2, 3]).Values);
        Assert.Equal([0, 1, 2, 100, 200], Of([0, 1, 2, 3], [3, 4, 5], [4]).Values);
    }

    [Fact]
    public void The_first_step_of_a_run_is_its_lowest_and_what_it_recorded_again_stays()
    {
        var joined = Of([0, 1, 2, 3], [4, 2, 3, 3]);

        Assert.Equal([0, 1, 4, 2, 3, 3], joined.Steps);
        Assert.Equal([0, 1, 100, 101, 102, 103], joined.Values);
    }

    [Fact]
    public void Points_without_a_step_stay_and_values_that_are_no_numbers_stay_so()
    {
        var first = Series("loss", 0, [0, NaN, 5, 1]) with { NotNumbers = [1, 2, 3] };
        var joined = JoinedSeries.Of([("1", first), ("2", Series("loss", 1, [4, 5]) with { NotNumbers = [1] })]);

        Assert.Equal([0, NaN, 1, 4, 5], joined.Steps);
        Assert.Equal([1, 2, 4], joined.NotNumbers);
    }

    [Fact]
    public void A_run_without_points_changes_nothing() => Assert.Equal([0, 1, 200], Of([0, 1], [], [2]).Values);

    private static MetricSeries Of(params double[][] steps) =>
        JoinedSeries.Of([.. steps.Select((own, run) => ($"{run}", Series("loss", run, own)))]);

    // The values tell the run and the place in it.
    private static MetricSeries Series(string name, int run, double[] steps) => new()
    {
        Name = name,
        Steps = steps,
        Values = [.. steps.Select((_, place) => (100.0 * run) + place)],
        Times = [.. steps.Select((_, place) => (1000.0 * run) + place)],
    };
}
