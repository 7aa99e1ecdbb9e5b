using System.Text.Json;
using Sacredboard.Data.Metrics;

namespace Sacredboard.Tests.Data.Stores;

public abstract partial class RunMetricsContract
{
    [Fact]
    public Task Metrics_are_listed_with_their_counts_and_extremes() => AssertForEveryRunAsync(async expected =>
    {
        var metrics = await Metrics.ListAsync(expected.Id, Cancellation);
        var truth = ExpectedMetrics(expected);

        return
        [
            .. Same("names", string.Join('|', truth.Select(group => group.Key)), string.Join('|', metrics.Select(metric => metric.Name))),
            .. truth.Zip(metrics).SelectMany(pair => MetricDifferences([.. pair.First], pair.Second)),
        ];
    });

    [Fact]
    public Task Points_are_those_that_are_stored() => AssertForEveryRunAsync(async expected =>
    {
        var found = new List<string>();
        foreach (var group in ExpectedMetrics(expected))
        {
            if (await Metrics.ReadAsync(expected.Id, group.Key, Cancellation) is not { } series)
            {
                found.Add($"{group.Key}: not there");
                continue;
            }

            // The statistics are checked against the truth above; here they tell that the points are the same.
            var described = Metric.Of(series.Name, series.Steps, series.Values, series.NotNumbers, default);
            found.AddRange(Same(group.Key, group.Key, series.Name));
            found.AddRange(Same($"{group.Key} columns", (series.Count, series.Count), (series.Steps.Length, series.Times.Length)));
            found.AddRange(MetricDifferences([.. group], described, withEnds: false));
            found.AddRange(group.Count() > 1 ? [] : EndDifferences(group.First(), series));
        }

        return found;
    });

    [Fact]
    public async Task A_metric_that_is_not_there_is_null()
    {
        var run = Runs.FirstOrDefault(expected => expected.List("metrics").Any(), Runs[0]);

        Assert.Null(await Metrics.ReadAsync(run.Id, "no such metric", Cancellation));
        Assert.Null(await Metrics.ReadAsync(run.Id, "{\"$gt\":\"\"}", Cancellation));
    }

    private static List<IGrouping<string, JsonElement>> ExpectedMetrics(ExpectedRun expected) =>
    [
        .. expected.List("metrics")
            .GroupBy(metric => metric.GetProperty("name") is { ValueKind: JsonValueKind.String } name ? name.GetString()! : "")
            .OrderBy(group => group.Key, StringComparer.Ordinal),
    ];

    /// <param name="parts">The stored documents of one metric; mostly one.</param>
    private static IEnumerable<string> MetricDifferences(IReadOnlyList<JsonElement> parts, Metric metric, bool withEnds = true)
    {
        var differences = Same("count", Sum("count"), metric.Count)
            .Concat(Same("finite", Sum("finite"), metric.Finite))
            .Concat(Same("nan", Sum("nan"), metric.NaN))
            .Concat(Same("plus_inf", Sum("plus_inf"), metric.PlusInfinity))
            .Concat(Same("minus_inf", Sum("minus_inf"), metric.MinusInfinity))
            .Concat(Same("not_a_number_type", Sum("not_a_number_type"), metric.NotNumbers))
            .Concat(Same("min", Numbers("min").Min(), metric.Min))
            .Concat(Same("max", Numbers("max").Max(), metric.Max))
            .Concat(parts.Count > 1 ? [] : MeanDifferences(Numbers("mean").Single(), metric.Mean));
        if (withEnds && parts.Count == 1)
        {
            differences = differences
                .Concat(ExpectedValue.Differences(parts[0].GetProperty("first"), metric.First, "first"))
                .Concat(ExpectedValue.Differences(parts[0].GetProperty("last"), metric.Last, "last"))
                .Concat(ExpectedValue.Differences(parts[0].GetProperty("first_step"), metric.FirstStep, "first_step"))
                .Concat(ExpectedValue.Differences(parts[0].GetProperty("last_step"), metric.LastStep, "last_step"));
        }

        return differences.Select(difference => $"{metric.Name} {difference}");

        int Sum(string name) => parts.Sum(part => part.GetProperty(name).GetInt32());

        IEnumerable<double?> Numbers(string name) =>
            parts.Select(part => part.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : (double?)null);
    }

    // Python adds up without rounding; plain addition may differ in the last digits.
    private static IEnumerable<string> MeanDifferences(double? expected, double? actual) =>
        expected is { } e && actual is { } a && Math.Abs(e - a) <= 1e-9 * Math.Max(1, Math.Abs(e)) ? [] : Same("mean", expected, actual);

    private static IEnumerable<string> EndDifferences(JsonElement expected, MetricSeries series) => series.Count == 0
        ? []
        :
        [
            .. Same($"{series.Name} first", Number(expected.GetProperty("first")), series.Values[0]),
            .. Same($"{series.Name} last", Number(expected.GetProperty("last")), series.Values[^1]),
            .. Same($"{series.Name} first step", Number(expected.GetProperty("first_step")), series.Steps[0]),
            .. Same($"{series.Name} last step", Number(expected.GetProperty("last_step")), series.Steps[^1]),
        ];

    private static double Number(JsonElement value) => value switch
    {
        { ValueKind: JsonValueKind.Number } => value.GetDouble(),
        { ValueKind: JsonValueKind.Object } when value.TryGetProperty("$numberDouble", out var special) =>
            double.Parse(special.GetString()!, System.Globalization.CultureInfo.InvariantCulture),
        _ => double.NaN,
    };
}
