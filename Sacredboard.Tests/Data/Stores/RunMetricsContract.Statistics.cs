using System.Text.Json;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Tests.Data.Stores;

public abstract partial class RunMetricsContract
{
    [Fact]
    public async Task Statistics_of_all_runs_are_what_Python_found()
    {
        var found = new List<string>();
        foreach (var name in MetricNames())
        {
            var statistics = await ReadStatisticsAsync(name, [.. Runs.Select(run => run.Id)]);
            foreach (var run in Runs)
            {
                var parts = run.List("metrics").Where(metric => NameOf(metric) == name).ToList();
                found.AddRange(Differences(parts, statistics[run.Id]).Select(difference => $"{run} {name}: {difference}"));
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Take(40)));
    }

    // The points are checked against the truth by tests of their own.
    [Fact]
    public Task Statistics_are_those_of_the_points() => AssertForEveryRunAsync(async expected =>
    {
        var found = new List<string>();
        foreach (var name in expected.List("metrics").Select(NameOf).Distinct())
        {
            var series = await Metrics.ReadAsync(expected.Id, name, Cancellation);
            foreach (var step in new double?[] { null, series!.Steps.Append(0).Last(double.IsFinite),
                series.Steps.Append(1).First(double.IsFinite), -0.125 })
            {
                var truth = MetricStatistics.Of(series.Steps, series.Values, series.NotNumbers, step);
                var statistics = (await ReadStatisticsAsync(name, [expected.Id], step))[expected.Id]!.Value;
                found.AddRange(Enum.GetValues<MetricStatistic>().Where(kind => !IsNear(truth[kind], statistics[kind]))
                    .Select(kind => $"{kind}({name}) at {step}: expected {truth[kind]}, got {statistics[kind]}"));
            }
        }

        return found;
    });

    [Fact]
    public async Task Runs_without_the_metric_and_runs_that_are_not_there_have_no_summary()
    {
        RunId[] ids = [.. UnknownIds, .. Runs.Select(run => run.Id)];

        foreach (var name in new[] { "no such metric", "$values", "a.b.\0", "\ud800", "{\"$gt\":\"\"}" })
        {
            Assert.All((await ReadStatisticsAsync(name, ids)).Values, Assert.Null);
        }

        foreach (var name in MetricNames().Take(1))
        {
            Assert.All((await ReadStatisticsAsync(name, [.. UnknownIds])).Values, Assert.Null);
        }
    }

    [Fact]
    public async Task A_store_that_knows_its_metrics_names_them()
    {
        var names = await Metrics.ListNamesAsync(Cancellation);

        Assert.Equal(names.Count, names.DistinctBy(name => name.Name).Count());
        Assert.Superset(MetricNames().ToHashSet(), names.Select(name => name.Name).ToHashSet());
        Assert.All(names, name => Assert.True(name.Runs > 0));
    }

    private static string NameOf(JsonElement metric) =>
        metric.GetProperty("name") is { ValueKind: JsonValueKind.String } name ? name.GetString()! : "";

    private static IEnumerable<string> Differences(IReadOnlyList<JsonElement> parts, MetricStatistics? statistics)
    {
        if (parts.Count == 0 || statistics is null)
        {
            return Same("there", parts.Count > 0, statistics is not null);
        }

        var found = statistics.Value;
        return
        [
            .. Same("count", parts.Sum(part => part.GetProperty("count").GetInt32()), found.Count),
            .. Same("finite", parts.Sum(part => part.GetProperty("finite").GetInt32()), found.Finite),
            .. Same("min", parts.Min(part => Recorded(part.GetProperty("min"))), found.Min),
            .. Same("max", parts.Max(part => Recorded(part.GetProperty("max"))), found.Max),
            .. parts.Count > 1 ? [] : OfOnePart(),
        ];

        IEnumerable<string> OfOnePart() =>
        [
            .. IsNear(Recorded(parts[0].GetProperty("mean")), found.Mean) ? [] : Same("mean", "as in Python", $"{found.Mean}"),
            .. Same("first", Recorded(parts[0].GetProperty("first")), found.First),
            .. Same("last", Recorded(parts[0].GetProperty("last")), found.Last),
            .. Same("last_finite", Recorded(parts[0].GetProperty("last_finite")), found.LastFinite),
        ];
    }

    /// <summary>Null for what is not a number.</summary>
    private static double? Recorded(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number || (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("$numberDouble", out _))
            ? Number(value)
            : null;

    // Sums are added up in different ways.
    private static bool IsNear(double? a, double? b) =>
        Nullable.Equals(a, b) || (a is { } x && b is { } y && Math.Abs(x - y) <= 1e-9 * Math.Abs(x));

    private List<string> MetricNames() =>
        [.. Runs.SelectMany(run => run.List("metrics")).Select(NameOf).Distinct().Order(StringComparer.Ordinal)];

    private async Task<Dictionary<RunId, MetricStatistics?>> ReadStatisticsAsync(string name, IReadOnlyList<RunId> ids, double? step = null)
    {
        var found = new Dictionary<RunId, MetricStatistics?>();
        await foreach (var batch in Metrics.ReadStatisticsAsync(new(name, ids, step), Cancellation))
        {
            foreach (var statistics in batch)
            {
                Assert.Null(statistics.Problem);
                found[statistics.Run] = statistics.Statistics;
            }
        }

        Assert.Equal(ids.ToHashSet(), found.Keys.ToHashSet());
        return found;
    }
}
