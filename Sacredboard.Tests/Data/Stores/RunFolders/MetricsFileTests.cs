using System.Text;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Stores.RunFolders;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.RunFolders;

/// <summary>A file that is read from a stream says the same as one that is read whole.</summary>
public sealed class MetricsFileTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Odd =>
    [
        "{}",
        """{"a": {"steps": [0, 1], "values": [1.5, NaN], "timestamps": ["2026-11-23T04:00:10", null]}, "b": 3, "c": [], "d": {}}""",
        """{"a": {"values": [1, "]}\"", {"x": 1}, -Infinity], "steps": [0, 1, 2, 3]}, "a": {"steps": [7], "values": [8]}}""",
        """ { "\ud800" : { "steps" : [ 1 ] , "values" : [ 2 ] } } """,
    ];

    [Theory]
    [MemberData(nameof(Odd))]
    public Task Odd_files(string json) => AssertSameAsync(Encoding.UTF8.GetBytes(json));

    [Fact]
    public async Task Files_of_the_samples()
    {
        foreach (var file in Directory.EnumerateFiles(SampleRuns.Directory, "metrics.json", SearchOption.AllDirectories))
        {
            await AssertSameAsync(await File.ReadAllBytesAsync(file, Token));
        }
    }

    [Theory]
    [InlineData("{\"a\": {\"steps\": [1], \"values\": [1")]
    [InlineData("{\"a\": {\"steps\": [1}, \"values\": [1]}}")]
    [InlineData("[]")]
    public async Task What_cannot_be_read_is_refused(string json)
    {
        await Assert.ThrowsAsync<JsonFormatException>(async () =>
            await MetricsFile.ListAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)), Token));
        Assert.Throws<JsonFormatException>(() => MetricsFile.List(Encoding.UTF8.GetBytes(json)));
    }

    private static async Task AssertSameAsync(byte[] utf8)
    {
        var whole = MetricsFile.List(utf8);
        Assert.Equivalent(whole, await MetricsFile.ListAsync(new MemoryStream(utf8), Token), strict: true);
        Assert.Equal(
            MetricsFile.ReadStatistics(utf8, 1).OrderBy(pair => pair.Key, StringComparer.Ordinal),
            (await MetricsFile.ReadStatisticsAsync(new MemoryStream(utf8), 1, Token)).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        foreach (var name in whole.Select(metric => metric.Name).Append("none"))
        {
            AssertSame(MetricsFile.Read(utf8, name), await MetricsFile.ReadAsync(new MemoryStream(utf8), name, Token));
        }
    }

    private static void AssertSame(MetricSeries? expected, MetricSeries? found)
    {
        Assert.Equal(expected is null, found is null);
        Assert.Equal(expected?.Steps, found?.Steps);
        Assert.Equal(expected?.Values, found?.Values);
        Assert.Equal(expected?.Times, found?.Times);
        Assert.Equal(expected?.NotNumbers, found?.NotNumbers);
    }
}
