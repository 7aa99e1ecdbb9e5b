using System.Numerics;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Totals;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Totals;

/// <summary>The numbers of several runs, against what was computed by hand.</summary>
public sealed class NumberTotalTests
{
    [Fact]
    public async Task Mean_and_sample_deviation_are_of_the_finite_numbers()
    {
        // Of 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares 9+1+1+1+0+0+4+16 = 32.
        var total = await OfAsync(2, 4, 4.0, 4, 5, 5, 7, 9, double.NaN, double.PositiveInfinity, double.NegativeInfinity, null, "6",
            true);

        Assert.Equal(8, total.Count);
        Assert.Equal(5, total.Mean!.Value, 12);
        Assert.Equal(Math.Sqrt(32.0 / 7), total.Std!.Value, 12);
        Assert.Equal((2, 9), (total.Min, total.Max));
        Assert.Equal((3, 1, 2), (total.NonFinite, total.Missing, total.Others));
    }

    [Fact]
    public async Task One_number_has_no_deviation()
    {
        var total = await OfAsync(0.5);

        Assert.Equal((1, 0.5, null, 0.5, 0.5), (total.Count, total.Mean, total.Std, total.Min, total.Max));
    }

    [Fact]
    public async Task Without_a_number_there_is_nothing_to_say()
    {
        var total = await OfAsync("a", null, double.NaN);

        Assert.Equal((0, null, null, null, null), (total.Count, total.Mean, total.Std, total.Min, total.Max));
        Assert.True(total.IsNumeric);
    }

    [Fact]
    public async Task Small_differences_of_large_numbers_are_not_lost()
    {
        var total = await OfAsync(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16);

        Assert.Equal(1e9 + 10, total.Mean);
        Assert.Equal(Math.Sqrt(30), total.Std!.Value, 9);
    }

    [Fact]
    public async Task Equal_numbers_deviate_by_nothing()
    {
        var total = await OfAsync(0.1, 0.1, 0.1);

        Assert.Equal((0.1, 0), (total.Mean, total.Std));
    }

    [Fact]
    public async Task Numbers_whose_squares_are_too_large_are_summed_up_too()
    {
        var total = await OfAsync(1, 1e200, 3e200);

        Assert.Equal(4e200 / 3, total.Mean!.Value, 4e200 / 3 * 1e-12);
        // Of 0, 1, 3: mean 4/3, squares 16/9 + 1/9 + 25/9 = 42/9.
        Assert.Equal(Math.Sqrt(42.0 / 18) * 1e200, total.Std!.Value, 1e188);
        Assert.True(double.IsFinite((await OfAsync(double.MaxValue, double.MinValue)).Std!.Value));
    }

    [Fact]
    public async Task Typed_and_huge_numbers_are_numbers_and_lists_are_none()
    {
        var numpy = new SacredTyped("numpy.float64", new SacredDouble(0.25), SacredNull.Value);
        var total = await OfAsync(numpy, new SacredInteger(BigInteger.Pow(10, 20)), new object?[] { 1, 2 }, TestRuns.Object(("a", 1)));

        Assert.Equal((2, 0.25, 1e20), (total.Count, total.Min, total.Max));
        Assert.Equal((0, 2), (total.Missing, total.Others));
    }

    [Fact]
    public async Task Results_and_durations_are_summed_up_and_ids_are_names()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(
            TestRuns.Run(1) with { Result = new SacredDouble(1) }, TestRuns.Run(2) with
            {
                Result = new SacredDouble(2),
                Stopped = TestRuns.Epoch.AddMinutes(2).AddSeconds(60)
            }, TestRuns.Run(3));
        var totals = snapshot.Queries()
            .Totals(new(), [RunField.Own("result"), RunField.Own("duration"), RunField.Own("id"), RunField.Own("started")]);

        Assert.Equal((2, 1.5, 1), (totals[0].Count, totals[0].Mean, totals[0].Missing));
        Assert.Equal((3, 40, 30, 60), (totals[1].Count, totals[1].Mean, totals[1].Min, totals[1].Max));
        Assert.False(totals[2].IsNumeric || totals[3].IsNumeric);
    }

    [Fact]
    public async Task Only_the_runs_that_are_asked_for_are_summed_up()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(
            TestRuns.Run(1).With(("x", 1)),
            TestRuns.Run(2).With(("x", 5)),
            TestRuns.Run(3).With(("x", 9)));

        Assert.Equal(7, snapshot.Queries().Totals(new() { Text = "x > 1", Take = 1 }, [RunField.Config("x")])[0].Mean);
        Assert.Equal(0, snapshot.Queries().Totals(new() { Statuses = ["FAILED"] }, [RunField.Config("x")])[0].Count);
    }

    [Fact]
    public async Task More_fields_than_are_kept_are_summed_up_all_the_same()
    {
        var names = Enumerable.Range(0, 40).Select(i => $"k{i}").ToArray();
        var snapshot = await TestCatalog.SnapshotOfAsync(TestRuns.Run(1).With([.. names.Select((name, i) => (name, (object?)i))]));
        var totals = snapshot.Queries().Totals(new(), [.. names.Select(name => RunField.Config(name))]);

        Assert.Equal(Enumerable.Range(0, 40).Select(i => (double?)i), totals.Select(total => total.Mean));
    }

    private static async Task<NumberTotal> OfAsync(params object?[] values)
    {
        RunSummary[] runs = [.. values.Select((value, i) => TestRuns.Run(i + 1).With(("x", value)))];
        var snapshot = await TestCatalog.SnapshotOfAsync(runs);
        return Assert.Single(snapshot.Queries().Totals(new(), [RunField.Config("x")]));
    }
}
