using System.Numerics;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Sorting;

public sealed class SortingTests
{
    /// <summary>Values of a config key, newest run last, in the order they are to come in.</summary>
    private static readonly object?[] Up =
    [
        -1e300, -2, -0.5, 0, 1e-300, 1, 1.5, 2, new SacredInteger(BigInteger.Pow(10, 30)),
        double.NegativeInfinity, double.PositiveInfinity,
        "", "Adam", "adam", "ADAMw", "b", "Ä",
        new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        false, true,
        TestRuns.Value(new object?[] { 1 }),
        null,
        double.NaN,
    ];

    [Fact]
    public async Task Values_of_all_kinds_have_one_order()
    {
        Assert.Equal(Enumerable.Range(0, Up.Length + 1), await SortedAsync(descending: false));
    }

    [Fact]
    public async Task Downwards_each_kind_is_turned_around_but_the_kinds_are_not()
    {
        int[] expected = [.. Enumerable.Range(0, 9).Reverse(), 10, 9, .. Enumerable.Range(11, 6).Reverse(), 18, 17, 20, 19, 21, 22, 23, 24];
        Assert.Equal(expected, await SortedAsync(descending: true));
    }

    [Theory]
    [InlineData("lr", false, "5 3 1 4 2")]
    [InlineData("lr", true, "4 5 3 1 2")]
    [InlineData("lr.nothing", false, "5 4 3 2 1")]
    [InlineData("lr,name", false, "3 5 1 4 2")]
    [InlineData("name,-lr", false, "2 4 3 5 1")]
    [InlineData("id", false, "1 2 3 4 5")]
    [InlineData("id", true, "5 4 3 2 1")]
    [InlineData("started", false, "1 2 3 4 5")]
    [InlineData("duration", true, "2 5 4 3 1")]
    [InlineData("status", false, "5 4 3 1 2")]
    [InlineData("experiment", false, "5 3 2 1 4")]
    [InlineData("tags", false, "2 1 5 4 3")]
    [InlineData("result", true, "2 3 1 5 4")]
    [InlineData("result.accuracy", false, "1 5 4 3 2")]
    [InlineData("layers[0]", false, "5 1 4 3 2")]
    [InlineData("layers[1]", false, "1 5 4 3 2")]
    [InlineData("host.gpu", false, "5 4 3 2 1")]
    public async Task Equal_ones_stay_newest_first_and_what_lacks_the_value_comes_last(string fields, bool descending, string ids)
    {
        var now = TestRuns.Epoch.AddDays(1);
        var snapshot = await TestCatalog.SnapshotOfAsync(
            TestRuns.Run(1).With(("lr", 0.1), ("name", "b"), ("layers", new object?[] { 2, "x" })) with
            {
                Experiment = "resnet",
                Tags = ["b"],
                Result = TestRuns.Object(("accuracy", 1))
            },
            TestRuns.Run(2).With(("name", "A")) with
            {
                Experiment = "Resnet",
                Tags = ["a", "z"],
                Result = new SacredDouble(0.9),
                Status = RunStatus.Running,
                Stopped = null,
                Heartbeat = now
            },
            TestRuns.Run(3).With(("lr", 0.1), ("name", "a")) with { Experiment = "lm", Result = new SacredDouble(0.5) },
            TestRuns.Run(4).With(("lr", 1), ("name", "a")) with { Experiment = null },
            TestRuns.Run(5).With(("lr", 0.1), ("name", "B"), ("layers", new object?[] { 1 })) with
            {
                Experiment = "lm",
                Stopped = TestRuns.Epoch.AddMinutes(5).AddSeconds(31)
            });
        RunSort[] sort = [.. fields.Split(',')
            .Select(field => new RunSort(Field(field.TrimStart('-')), descending ^ field.StartsWith('-')))];
        var page = snapshot.Queries().Find(new RunQuery { Sort = sort });
        Assert.Equal(ids, string.Join(' ', page.Runs.Select(run => run.Id)));
    }

    [Fact]
    public async Task Whole_numbers_are_sorted_exactly_whatever_their_size()
    {
        BigInteger Power(int of, int exponent) => BigInteger.Pow(of, exponent);
        object?[] up =
        [
            -Power(10, 400), -1e30, -Power(10, 30) - 1, -Power(10, 30),
            -Power(2, 63) - 1, -Power(2, 63), -Power(2, 63) + 1, -Power(2, 53) - 1, -Power(2, 53), 0,
            Power(2, 53), Power(2, 53) + 1, Power(2, 53) + 2, Power(2, 63) - 2, Power(2, 63) - 1, Power(2, 63), Power(2, 63) + 1,
            Power(10, 30) - 1, Power(10, 30), 1e30, Power(10, 400),
            double.NegativeInfinity, double.PositiveInfinity,
        ];
        int[] down = [.. Enumerable.Range(0, up.Length - 2).Reverse(), up.Length - 1, up.Length - 2];
        foreach (var inList in new[] { false, true })
        {
            var runs = up.Select((value, i) => (Value: value is BigInteger whole ? new SacredInteger(whole) : value, Place: i))
                .Select(item =>
                    TestRuns.Run((item.Place * 7 % up.Length) + 1)
                        .With(("x", inList ? new object?[] { item.Value } : item.Value)) with
                    { Comment = item.Place.ToString() });
            var snapshot = await TestCatalog.SnapshotOfAsync([.. runs]);
            foreach (var descending in new[] { false, true })
            {
                var page = snapshot.Queries()
                    .Find(new RunQuery { Sort = [new(inList ? RunField.Config("x", "0") : RunField.Config("x"), descending)] });
                Assert.Equal(descending ? down : Enumerable.Range(0, up.Length), page.Runs.Select(run => int.Parse(run.Comment!)));
            }
        }
    }

    [Fact]
    public async Task Ids_of_all_types_have_one_order_and_directories_named_by_numbers_count_as_numbers()
    {
        RunId[] ids = [RunId.Of(-1), RunId.Of("2"), RunId.Of(9), RunId.Of("10"), RunId.Of(2.5), RunId.Of("007b"), RunId.Of("a"),
            RunId.OfUuid(Guid.Empty), RunId.OfObjectId("5f0c2d9a1b2c3d4e5f607182")];
        var snapshot = await TestCatalog.SnapshotOfAsync([.. ids.Reverse().Select((id, i) => TestRuns.Run(i) with { Id = id })]);
        Assert.Equal(ids, snapshot.Queries().Find(new RunQuery { Sort = [new(RunField.Own("id"), false)] }).Runs.Select(run => run.Id));
    }

    [Fact]
    public async Task Many_runs_are_sorted_as_a_simple_sort_would()
    {
        var random = new Random(7);
        var runs = Enumerable.Range(1, 5000)
            .Select(id => TestRuns.Run(id).With(("x", random.Next(100)), ("y", random.NextDouble() - 0.5), ("z", $"t{random.Next(500)}")))
            .ToArray();
        var snapshot = await TestCatalog.SnapshotOfAsync(runs);
        long Integer(RunSummary run) => (long)((SacredInteger)((SacredObject)run.Config!)["x"]!).Value;
        double Number(RunSummary run) => ((SacredDouble)((SacredObject)run.Config!)["y"]!).Value;
        string Text(RunSummary run) => ((SacredText)((SacredObject)run.Config!)["z"]!).Value;

        var expected = runs.Reverse().OrderByDescending(Integer).ThenBy(Text, StringComparer.Ordinal).ThenBy(Number).Select(run => run.Id);
        var page = snapshot.Queries().Find(new RunQuery
        {
            Sort = [
            new(RunField.Config("x"), true),
            new(RunField.Config("z"), false),
            new(RunField.Config("y"), false)],
            Take = 5000
        });
        Assert.Equal(expected, page.Runs.Select(run => run.Id));
    }

    [Fact]
    public async Task A_sort_order_follows_what_changed_since_it_was_asked_for_first()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put(TestRuns.Run(1).With(("name", "a")), TestRuns.Run(2).With(("name", "b")));
        await catalog.LoadAsync();
        var query = new RunQuery { Sort = [new(RunField.Config("name"), false)] };
        Assert.Equal([1, 2], catalog.Snapshot.Queries().Find(query).Runs.Select(run => run.Id.Integer));
        var version = catalog.Snapshot.Version;

        // A text that was not there when the texts were ranked.
        catalog.Store.Put(TestRuns.Run(2).With(("name", "0")));
        await catalog.UntilAsync(() => catalog.Snapshot.Version > version);
        Assert.Equal([2, 1], catalog.Snapshot.Queries().Find(query).Runs.Select(run => run.Id.Integer));
    }

    private static async Task<IEnumerable<int>> SortedAsync(bool descending)
    {
        // Ages in another order than the values, and the newest run without the key.
        var runs = Up.Select((value, i) => TestRuns.Run((i * 7 % Up.Length) + 1).With(("x", value)) with { Comment = i.ToString() })
            .ToList();
        runs.Add(TestRuns.Run(100) with { Comment = Up.Length.ToString() });
        var snapshot = await TestCatalog.SnapshotOfAsync([.. runs]);
        var page = snapshot.Queries().Find(new RunQuery { Sort = [new(RunField.Config("x"), descending)] });
        return page.Runs.Select(run => int.Parse(run.Comment!));
    }

    private static RunField Field(string text) =>
        RunField.TryParse(text, out var field, out _) ? field! : throw new ArgumentException(text, nameof(text));
}
