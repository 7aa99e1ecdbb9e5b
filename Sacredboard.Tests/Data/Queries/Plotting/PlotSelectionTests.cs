using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Plotting;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Plotting;

/// <summary>What is chosen in a plot becomes a query that finds just these runs.</summary>
public sealed class PlotSelectionTests
{
    private static readonly RunField Lr = RunField.Config("lr");
    private static readonly RunField Kind = RunField.Config("kind");

    private static readonly object?[] Odd =
    [
        "adam", "a \"quoted\" one", "back\\slash", "and", "64", "null", "2026-01-02", "x, y) or (z", "日本", "", " ", "\ud800", null, true, 64, 0.5,
        new object?[] { "adam" }, new object?[] { 64, 32 }, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
    ];

    [Theory]
    [InlineData(0.01, 0.1, "lr >= 0.01 and lr <= 0.1")]
    [InlineData(0.0099, 0.13, "lr >= 0.01 and lr <= 0.1")]
    [InlineData(0.02, 0.02, "lr >= 0.02 and lr <= 0.02")]
    [InlineData(0.3, 1, "lr >= 0.3 and lr <= 0.4")]
    [InlineData(0.3, 0.33, "lr >= 0.3 and lr <= 0.32")]
    public async Task Bounds_are_short_numbers_between_the_runs(double low, double high, string expected)
    {
        var snapshot = await OfAsync(Lr, 0.001, 0.01, 0.02, 0.1, 0.30001, 0.31234, double.NaN, "0.05", null);

        var chosen = Select(snapshot, "", new PlotRange(Lr, low, high));

        Assert.Equal(expected, chosen.Text);
        AssertFinds(snapshot, chosen);
    }

    [Fact]
    public async Task Any_two_edges_find_the_numbers_between_them()
    {
        double[] numbers =
        [
            -1e300, -2.5, -0.0, 5e-324, 1e-17, 0.1, 0.1 + 1e-17, 0.10000000000000002, 1, 1.0000000000000002, 123456.789, 9007199254740993, 1.7e308,
        ];
        var snapshot = await OfAsync(Lr, [.. numbers.Select(number => (object)number)]);
        foreach (var low in numbers)
        {
            foreach (var high in numbers.Where(high => high >= low))
            {
                var chosen = Select(snapshot, "", new PlotRange(Lr, low, high));
                Assert.Equal(numbers.Count(number => number >= low && number <= high), chosen.Count);
                AssertFinds(snapshot, chosen);
            }
        }
    }

    [Fact]
    public async Task Any_categories_are_found_whatever_their_values_are()
    {
        var snapshot = await OfAsync(Kind, Odd);
        var axis = snapshot.Queries().Plot(snapshot.Runs, [Kind])[0];
        Assert.Equal((PlotKind.Category, Odd.Length), (axis.Kind, axis.Values.Count));
        for (var low = 0; low < Odd.Length; low++)
        {
            for (var high = low; high < Odd.Length; high++)
            {
                var chosen = Select(snapshot, "", new PlotRange(Kind, low, high));
                Assert.Equal(high - low + 1, chosen.Count);
                AssertFinds(snapshot, chosen);
            }
        }
    }

    [Fact]
    public async Task Few_texts_are_a_list_and_null_is_not_missing()
    {
        var snapshot = await OfAsync(Kind, "adam", "sgd", "rms", null);
        Assert.Equal("kind in (adam, rms)", Select(snapshot, "", new PlotRange(Kind, 0, 1)).Text);
        Assert.Equal("kind == null", Select(snapshot, "", new PlotRange(Kind, 3, 3)).Text);
    }

    [Fact]
    public async Task Times_are_days_or_as_exact_as_needed()
    {
        var started = OwnFields.Started.Field;
        var snapshot = await TestCatalog.SnapshotOfAsync(
            [.. new[] { 0, 1440 * TimeSpan.TicksPerMinute, (1440 * TimeSpan.TicksPerMinute) + 7, 3000 * TimeSpan.TicksPerMinute }
                .Select((ticks, i) => TestRuns.Run(i) with { Started = TestRuns.Epoch.AddTicks(ticks) })]);

        Assert.Equal(
            "started >= 2026-01-02 and started <= 2026-01-04",
            Select(snapshot, "", Between(TimeSpan.FromDays(1), TimeSpan.FromDays(4))).Text);
        var exact = Select(snapshot, "", Between(TimeSpan.FromDays(1), TimeSpan.FromDays(1)));
        Assert.Equal("started >= 2026-01-02 and started <= 2026-01-02", exact.Text);
        AssertFinds(snapshot, exact);

        PlotRange Between(TimeSpan from, TimeSpan to) => new(started, Milliseconds(from), Milliseconds(to));
        static double Milliseconds(TimeSpan span) => (TestRuns.Epoch - DateTime.UnixEpoch + span).TotalMilliseconds;
    }

    [Fact]
    public async Task Several_ranges_narrow_the_query_of_the_plot()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(
            [.. Enumerable.Range(1, 40).Select(i => TestRuns.Run(i).With(("lr", i / 100.0), ("kind", i % 2 == 0 ? "a" : "b")))]);

        var chosen = Select(snapshot, "id < 20 or id > 38", new(Lr, 0.1, 0.4), new(Kind, 0, 0));

        Assert.Equal("(id < 20 or id > 38) and lr >= 0.1 and lr <= 0.4 and kind = a", chosen.Text);
        Assert.Equal(6, chosen.Count);
        AssertFinds(snapshot, chosen);
        Assert.Equal(new(null, 0), Select(snapshot, "", new PlotRange(Lr, 5, 6)));
    }

    [Fact]
    public async Task Without_a_query_for_all_runs_the_ids_of_the_chosen_ones_are_one()
    {
        var snapshot = await OfAsync(Lr, 0.1, 0.2, 0.3);
        var chosen = snapshot.Queries().Select(null, snapshot.Runs, [new(Lr, 0.15, 0.3)]);
        Assert.Equal("id in (2, 1)", chosen.Text);
    }

    private static Task<CatalogSnapshot> OfAsync(RunField field, params object?[] values) =>
        TestCatalog.SnapshotOfAsync([.. values.Select((value, i) => TestRuns.Run(i).With((field.Path[0], value))),
            TestRuns.Run(values.Length)]);

    private static PlotSelection Select(CatalogSnapshot snapshot, string text, params PlotRange[] ranges)
    {
        var query = new RunQuery { Text = text, Take = int.MaxValue };
        return snapshot.Queries().Select(query, snapshot.Queries().Find(query).Runs, ranges);
    }

    private static void AssertFinds(CatalogSnapshot snapshot, PlotSelection chosen)
    {
        Assert.NotNull(chosen.Text);
        var found = snapshot.Queries().Find(new RunQuery { Text = chosen.Text, Take = int.MaxValue });
        Assert.True(found.Error is null && found.Matched == chosen.Count, $"{chosen.Text}: {found.Error?.Message} {found.Matched} of {chosen.Count}");
    }
}
