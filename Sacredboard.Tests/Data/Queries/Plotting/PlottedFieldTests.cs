using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Plotting;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Plotting;

public sealed class PlottedFieldTests
{
    [Fact]
    public async Task Numbers_are_an_axis_and_what_has_no_place_on_it_is_counted()
    {
        var field = await OfAsync(1, 2.5, double.NaN, double.PositiveInfinity, "x", null, true);

        Assert.Equal(PlotKind.Number, field.Kind);
        Assert.Equal([1, 2.5, double.NaN, double.PositiveInfinity, null, null, null, null], field.Numbers);
        Assert.Equal((2, 2, 2), (field.Missing, field.NonFinite, field.Others));
    }

    [Fact]
    public async Task Texts_are_places_in_order()
    {
        var field = await OfAsync("b", "a", "b", 7, null);

        Assert.Equal(PlotKind.Category, field.Kind);
        Assert.Equal([2, 1, 2, 0, 3, -1], field.Places);
        Assert.Equal(["7", "a", "b", "null"], field.Values.Select(value => SacredJson.ToText(value).Trim('"')));
        Assert.Equal(1, field.Missing);
    }

    [Fact]
    public async Task Of_very_many_texts_the_most_frequent_have_places()
    {
        var field = await OfAsync([.. Enumerable.Range(0, PlottedField.MaxValues + 20).Select(i => $"t{i}"), "t519", "t518"]);

        Assert.Equal(PlottedField.MaxValues, field.Values.Count);
        Assert.Equal(20, field.Others);
        Assert.True(field.Places[519] >= 0 && field.Places[498] < 0);
    }

    [Fact]
    public async Task Own_fields_are_axes_too()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(TestRuns.Run(1), TestRuns.Run(2) with { Status = "FAILED" });
        var fields = snapshot.Queries().Plot(
            [.. snapshot.Runs.OrderBy(run => run.Id)],
            [OwnFields.Id.Field, OwnFields.Status.Field, OwnFields.Started.Field, OwnFields.Duration.Field]);

        Assert.Equal([PlotKind.Number, PlotKind.Category, PlotKind.Time, PlotKind.Number], fields.Select(field => field.Kind));
        Assert.Equal([1, 2], fields[0].Numbers);
        Assert.Equal([0, 1], fields[1].Places);
        Assert.Equal((TestRuns.Epoch.AddMinutes(1) - DateTime.UnixEpoch).TotalMilliseconds, fields[2].Numbers[0]);
        Assert.Equal([30, 30], fields[3].Numbers);
    }

    // The last run has no such key.
    private static async Task<PlottedField> OfAsync(params object?[] values)
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(
            [.. values.Select((value, i) => TestRuns.Run(i).With(("x", value))), TestRuns.Run(values.Length)]);
        return snapshot.Queries().Plot([.. snapshot.Runs.OrderBy(run => run.Id)], [RunField.Config("x")])[0];
    }
}
