using System.Text.Json;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores;

/// <summary>Curves in the info of two runs that real Sacred wrote: TestData/info/make.py. The second one has none.</summary>
public abstract class InfoCurvesContract : IAsyncLifetime
{
    private static readonly IReadOnlyDictionary<string, Curve> Expected = JsonSerializer.Deserialize<Dictionary<string, Curve>>(
        File.ReadAllBytes(TestFiles.Path("info", "expected.json")), JsonSerializerOptions.Web)!;

    private IRunStore? _store;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract RunId First { get; }

    protected abstract RunId Second { get; }

    private InfoMetrics Metrics => new(_store!, _store!.Metrics, TimeProvider.System);

    public async ValueTask InitializeAsync() => _store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _store!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Curves_are_listed_among_the_metrics()
    {
        var curves = (await Metrics.ListAsync(First, Cancellation)).Where(metric => metric.IsFromInfo).ToList();
        Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), curves.Select(curve => curve.Name));
        var curve = curves.Single(curve => curve.Name == "info:return_mean");
        Assert.Equal((4, 4, -3.0, 4.75), (curve.Count, curve.OnLine, curve.Min, curve.Max));
        Assert.Equal((100, 30200), (Whole(curve.FirstStep), Whole(curve.LastStep)));
        Assert.Equal((1.5, 4.75), (((SacredDouble)curve.First!).Value, ((SacredDouble)curve.Last!).Value));
        var odd = curves.Single(one => one.Name == "info:mixed");
        Assert.Equal((5, 2, 3), (odd.Count, odd.Finite, odd.NotNumbers));
        var kept = new List<MetricSeries>();
        await Metrics.ListAsync(First, kept.Add, Cancellation);
        Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), kept.Select(one => one.Name).Where(name => name != "loss"));
        Assert.DoesNotContain(await Metrics.ListAsync(Second, Cancellation), metric => metric.IsFromInfo);
        Assert.Empty(await Metrics.ListAsync(RunId.Of("no such run"), Cancellation));
    }

    [Fact]
    public async Task Points_are_those_of_the_lists()
    {
        foreach (var (name, expected) in Expected)
        {
            var series = await Metrics.ReadAsync(First, name, Cancellation);
            Assert.NotNull(series);
            Assert.Equal(name, series.Name);
            Assert.Equal(expected.Steps, series.Steps);
            Assert.Equal(expected.Values.Select(Number), series.Values);
            Assert.Equal(expected.Values.Index().Where(item => item.Item is null).Select(item => item.Index), series.NotNumbers);
            Assert.Equal((series.Count, true), (series.Times.Length, series.Times.All(double.IsNaN)));
        }
    }

    [Theory]
    [InlineData("info:")]
    [InlineData("info:nothing")]
    [InlineData("info:words")]
    [InlineData("info:one")]
    [InlineData("info:table")]
    [InlineData("info:train")]
    [InlineData("info:number")]
    [InlineData("info:password")]
    [InlineData("info:return_mean_T")]
    [InlineData("info:return_mea")]
    [InlineData("info:$return_mean")]
    [InlineData("info:return_mean\0")]
    [InlineData("info:\ud800")]
    [InlineData("info:....")]
    [InlineData("return_mean")]
    public async Task Other_names_are_none(string name)
    {
        Assert.Null(await Metrics.ReadAsync(First, name, Cancellation));
        Assert.Equal([First, Second], (await StatisticsAsync(new(name, [First, Second]))).Keys.Order());
    }

    [Fact]
    public async Task Statistics_of_many_runs_are_those_of_their_curves()
    {
        RunId[] runs = [Second, First, RunId.Of("no such run"), RunId.Of(987654321)];
        foreach (var name in Expected.Keys)
        {
            var found = await StatisticsAsync(new(name, runs, Expected[name].Steps[0]));
            var series = await Metrics.ReadAsync(First, name, Cancellation);
            Assert.Equal(runs.Order(), found.Keys.Order());
            Assert.Equal(
                MetricStatistics.Of(series!.Steps, series.Values, series.NotNumbers, Expected[name].Steps[0]),
                found[First].Statistics);
            Assert.All(runs.Where(run => run != First), run => Assert.Equal((null, null), (found[run].Statistics, found[run].Problem)));
        }
    }

    [Fact]
    public async Task Names_are_known()
    {
        var names = await Metrics.ListNamesAsync(Cancellation);
        Assert.Equal(
            Expected.Keys.Order(StringComparer.Ordinal),
            names.Select(name => name.Name).Where(name => name != "loss").Order(StringComparer.Ordinal));
        Assert.All(names, name => Assert.Equal(1, name.Runs));
    }

    /// <summary>A store on the two runs.</summary>
    protected abstract Task<IRunStore> OpenAsync();

    private static int Whole(SacredValue? value) => (int)((SacredInteger)value!).Value;

    private static double Number(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
        { ValueKind: JsonValueKind.String } text when text.GetString() == "Infinity" => double.PositiveInfinity,
        _ => double.NaN,
    };

    private async Task<Dictionary<RunId, RunMetricStatistics>> StatisticsAsync(MetricStatisticsRequest request)
    {
        var found = new Dictionary<RunId, RunMetricStatistics>();
        await foreach (var batch in Metrics.ReadStatisticsAsync(request, Cancellation))
        {
            foreach (var result in batch)
            {
                found[result.Run] = result;
            }
        }

        return found;
    }

    private sealed record Curve(double[] Steps, JsonElement?[] Values);
}
