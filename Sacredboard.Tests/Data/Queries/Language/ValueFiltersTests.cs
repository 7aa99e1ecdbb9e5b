using System.Numerics;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Data.Queries.Language.Corpus;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Language;

/// <summary>Filtering by a value that a run has: any value, written so that the query finds that run and none of another value.</summary>
public sealed class ValueFiltersTests
{
    private static readonly object?[] Values =
    [
        null, true, false, 0, 32, 32.5, -0.0, 1e-300, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        new SacredInteger(BigInteger.Pow(2, 70)), new SacredInteger(BigInteger.Pow(2, 53) + 1), 9007199254740992.0,
        "", " ", "adam", "Adam", "two words", "32", "32.5", "true", "null", "None", "nan", "inf", "-7d", "today", "2h", "2026-01-01",
        "and", "a = b", "f(x)", "it's", "say \"so\"", "a\\b", "a\nb", "é", "日本", "😀", "(", ",", "***", "x%", "a.b", "-x", "#1",
        // Midnight would be the same as the text above.
        TestRuns.Epoch.AddHours(1), TestRuns.Epoch.AddTicks(10_000),
        TestRuns.Object(("py/object", "numpy.int64"), ("dtype", "int64"), ("value", 7)),
    ];

    private static readonly object?[] Inexpressible =
    [
        new object?[] { }, new object?[] { 64, "a", null, "64" }, TestRuns.Object(("y", 1)), new string('x', 2000), "half of a pair \ud83d",
        TestRuns.Object(("py/tuple", new object?[] { 5, "a, b" })),
    ];

    [Fact]
    public async Task Any_value_is_found_again_and_told_from_all_others()
    {
        RunSummary[] runs = [.. Values.Append(Inexpressible[2]).Select((value, i) => TestRuns.Run(i).With(("x", value))), TestRuns.Run(100)];
        var snapshot = await TestCatalog.SnapshotOfAsync(runs);

        foreach (var run in snapshot.Runs.Where(run => run.Value(RunField.Config("x")) is not SacredObject))
        {
            var value = run.Value(RunField.Config("x"));
            var filters = ValueFilters.Of(RunField.Config("x"), value, TimeZoneInfo.Utc);
            var same = Found(snapshot, filters.Single(filter => filter.Kind == ValueFilterKind.Same)).ToList();
            var other = Found(snapshot, filters.Single(filter => filter.Kind == ValueFilterKind.Other));

            // 0 and -0.0 are one number.
            Assert.Equal(value is SacredInteger { Value.IsZero: true } or SacredDouble { Value: 0 } ? [RunId.Of(3), RunId.Of(6)] : [run.Id], same);
            Assert.Equal(snapshot.Runs.Select(one => one.Id).Except(same).Order(), other);
        }
    }

    [Fact]
    public async Task A_value_that_cannot_be_written_offers_what_can_be()
    {
        RunSummary[] runs = [.. Inexpressible.Select((value, i) => TestRuns.Run(i).With(("x", value))), TestRuns.Run(100)];
        var snapshot = await TestCatalog.SnapshotOfAsync(runs);

        foreach (var run in snapshot.Runs.Where(run => run.Id != RunId.Of(100)))
        {
            var filters = ValueFilters.Of(RunField.Config("x"), run.Value(RunField.Config("x")), TimeZoneInfo.Utc);

            Assert.All(filters.Where(filter => filter.Kind is ValueFilterKind.Same or ValueFilterKind.Exists), filter =>
                Assert.Contains(run.Id, Found(snapshot, filter)));
            Assert.All(filters.Where(filter => filter.Kind is ValueFilterKind.Other or ValueFilterKind.Missing), filter =>
                Assert.DoesNotContain(run.Id, Found(snapshot, filter)));
            Assert.Equal([RunId.Of(100)], Found(snapshot, filters.Single(filter => filter.Kind == ValueFilterKind.Missing)));
        }

        Assert.Equal(
            ["64", "a", "null", "64"],
            ValueFilters.Of(RunField.Config("x"), TestRuns.Value(Inexpressible[1]), TimeZoneInfo.Utc).Where(filter => filter.Kind == ValueFilterKind.Same)
                .Select(filter => filter.Item));
    }

    [Fact]
    public async Task Every_field_of_every_run_of_the_samples_and_of_the_recorded_database_is_found_by_its_value()
    {
        await using var recorded = await RecordedDatabaseTests.LoadAsync();
        var snapshot = recorded.Snapshot;
        var fields = snapshot.Queries().Columns.Own.Concat(snapshot.Queries().Columns.Paths).Select(column => column.Field).ToList();
        var now = recorded.Time.GetUtcNow();
        var asked = 0;
        foreach (var field in fields)
        {
            foreach (var (value, id) in snapshot.Runs.Select(run => (snapshot.Value(run, field, now), run.Id))
                .DistinctBy(one => one.Item1 is null ? "" : SacredJson.ToText(one.Item1)).Take(6))
            {
                foreach (var filter in ValueFilters.Of(field, value, TimeZoneInfo.Utc))
                {
                    var isOther = filter.Kind is ValueFilterKind.Other or ValueFilterKind.Missing;
                    Assert.True(Found(snapshot, filter).Contains(id) != isOther, $"{filter.Term} and run {id}");
                    asked++;
                }
            }
        }

        Assert.True(asked > 1000, $"{asked} filters");
    }

    [Theory]
    [InlineData("status", "status = COMPLETED|status != COMPLETED")]
    [InlineData("started", "started >= 2026-01-01 and started < 2026-01-02|started >= 2026-01-01T00:07:00Z|started <= 2026-01-01T00:07:00Z")]
    [InlineData("duration", "duration >= 30|duration <= 30")]
    [InlineData("id", "id = 7|id != 7|id >= 7|id <= 7")]
    [InlineData("config.status", "config.status = odd|config.status != odd")]
    [InlineData("config.in", "in = 1|in != 1|in >= 1|in <= 1")]
    [InlineData("tags", "tags has \"a b\"|not tags has \"a b\"|tags has c|not tags has c")]
    [InlineData("comment", "missing(comment)|exists(comment)")]
    public async Task Each_kind_of_field_is_asked_in_its_own_way(string field, string terms)
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(TestRuns.Run(7).With(("status", "odd"), ("in", 1)) with { Tags = ["a b", "c"] });
        Assert.True(RunField.TryParse(field, out var parsed, out _));
        var value = snapshot.Value(snapshot.Runs[0], parsed!, new(TestRuns.Epoch.AddDays(1)));

        Assert.Equal(terms, string.Join('|', ValueFilters.Of(parsed!, value, TimeZoneInfo.Utc).Select(filter => filter.Term)));
    }

    private static IEnumerable<RunId> Found(CatalogSnapshot snapshot, ValueFilter filter)
    {
        // As it comes back from an address.
        var result = snapshot.Queries().Find(new RunQuery
        {
            Text = filter.Term.ToString()!,
            Sort = [new(OwnFields.Id.Field, false)],
            Take = int.MaxValue
        });
        Assert.Null(result.Error);
        Assert.Empty(result.Notes);
        return [.. result.Runs.Select(run => run.Id)];
    }
}
