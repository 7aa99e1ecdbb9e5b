using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Api;

/// <summary>All points of a metric as a file.</summary>
public sealed class PointsFileTests(OddMetricsBoard board) : IClassFixture<OddMetricsBoard>, IAsyncLifetime
{
    private const string ReadNumpy =
        """
        import json, sys, numpy
        a = numpy.load(sys.argv[1])
        print(json.dumps({
            "dtype": str(a.dtype.descr), "count": len(a), "steps": a["step"].tolist()[:4],
            "values": [repr(float(v)) for v in a["value"][:7]], "first": str(a["time"][0]), "sum": float(a["value"].sum()) }))
        """;

    private readonly ApiClient _api = new(board.Address);

    public async ValueTask InitializeAsync() => await _api.UntilLoadedAsync();

    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Csv_has_all_points_in_stored_order()
    {
        using var response = await _api.SendAsync("api/v1/lab/runs/1/metrics/odd?format=csv");
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("1-odd.csv", response.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal(
            """
            step,time,value
            0,2026-11-23T04:00:10.000000Z,1
            1,2026-11-23T04:00:11.000000Z,NaN
            2,2026-11-23T04:00:12.000000Z,NaN
            3,2026-11-23T04:00:13.000000Z,2
            4,2026-11-23T04:00:14.000000Z,Infinity
            5,2026-11-23T04:00:15.000000Z,-Infinity
            6,2026-11-23T04:00:16.000000Z,

            """,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Csv_of_a_long_metric_is_exact_and_may_be_a_part()
    {
        using var response = await _api.SendAsync("api/v1/lab/runs/1/metrics/wave?format=csv&from=10&to=19999");
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimEnd().Split('\n');
        Assert.Equal(19_991, lines.Length);
        Assert.Equal(
            Enumerable.Range(10, 19_990).Select(i => Math.Sin(i / 100.0)),
            lines[1..].Select(line => double.Parse(line.Split(',')[2], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    [Trait("Kind", "Python")]
    public async Task Numpy_reads_what_is_stored()
    {
        var odd = await ReadAsync("odd");
        Assert.Equal("[('step', '<f8'), ('time', '<M8[us]'), ('value', '<f8')]", odd.GetProperty("dtype").GetString());
        Assert.Equal([0, 1, 2, 3], odd.GetProperty("steps").EnumerateArray().Select(step => step.GetDouble()));
        Assert.Equal(
            ["1.0", "nan", "nan", "2.0", "inf", "-inf", "nan"],
            odd.GetProperty("values").EnumerateArray().Select(value => value.GetString()));
        Assert.Equal("2026-11-23T04:00:10.000000", odd.GetProperty("first").GetString());

        var wave = await ReadAsync("wave");
        Assert.Equal(20_000, wave.GetProperty("count").GetInt32());
        Assert.Equal(Enumerable.Range(0, 20_000).Sum(i => Math.Sin(i / 100.0)), wave.GetProperty("sum").GetDouble(), 1e-9);
    }

    [Theory]
    [InlineData("format=xml")]
    [InlineData("format=csv&columns=100")]
    public async Task Other_formats_are_refused(string query)
    {
        using var response = await _api.SendAsync("api/v1/lab/runs/1/metrics/odd?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<JsonElement> ReadAsync(string metric)
    {
        var python = RealPython.PathOrSkip();
        using var directory = new TemporaryDirectory();
        var file = Path.Combine(directory.Path, "points.npy");
        using (var response = await _api.SendAsync($"api/v1/lab/runs/1/metrics/{metric}?format=npy"))
        {
            await File.WriteAllBytesAsync(file, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }

        using var process = Process.Start(new ProcessStartInfo(python, ["-c", ReadNumpy, file]) { RedirectStandardOutput = true })!;
        var answer = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        return JsonElement.Parse(answer.Replace("NaN", "null", StringComparison.Ordinal));
    }
}
