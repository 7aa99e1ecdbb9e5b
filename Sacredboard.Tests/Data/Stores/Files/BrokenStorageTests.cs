using System.Text.Json;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Values;
using Sacredboard.Data.Values.Python;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Files;

public sealed class BrokenStorageTests(BrokenStorage storage) : IClassFixture<BrokenStorage>
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_directory_with_a_run_json_is_listed_and_nothing_else()
    {
        var listed = (await ReadAllAsync()).Select(run => run.Id.Text).Order(StringComparer.Ordinal);

        // Only directories that hold something named run.json are runs: 8 and 9 lost it or never had it. One lies in a folder.
        var runs = Entries().Where(entry => entry.IsRun).Select(entry => entry.Name).Append("nested/deeper/5")
            .Order(StringComparer.Ordinal);
        Assert.Equal(runs, listed);
    }

    [Fact]
    public async Task A_run_json_that_cannot_be_read_is_a_problem_of_its_run_and_of_no_other()
    {
        var runs = (await ReadAllAsync()).ToDictionary(run => run.Id.Text);

        Assert.All(Entries().Where(entry => entry.IsRun), entry =>
            Assert.Equal(entry.IsReadable, runs[entry.Name].Problem?.StartsWith("run.json ", StringComparison.Ordinal) is not true));
    }

    [Theory]
    [InlineData("2", "run.json is empty.")]
    [InlineData("3", "run.json is cut off at byte 900.")]
    [InlineData("17", "run.json is UTF-16, not UTF-8.")]
    [InlineData("26", "run.json is not an object.")]
    [InlineData("27", "run.json is not an object.")]
    [InlineData("28", "run.json is not an object.")]
    [InlineData("30", "run.json is not JSON at byte 0.")]
    [InlineData("33", "run.json cannot be read. This is a directory.")]
    [InlineData("13", "config.json is nested deeper than 500 levels; what lies deeper is left out.")]
    [InlineData("20", "config.json cannot be read. The name is a link that leads out of the storage directory.")]
    [InlineData("12", null)]
    [InlineData("11", null)]
    [InlineData("14", null)]
    [InlineData("42", null)]
    public async Task The_problem_says_what_is_wrong(string id, string? problem)
    {
        var run = await storage.Store.FindAsync(RunId.Of(id), Cancellation);

        Assert.Equal(problem, run!.Summary.Problem);
        Assert.Equal(problem is null ? [] : [problem], run.Problems);
    }

    [Fact]
    public async Task Every_run_opens_in_all_its_parts_without_a_fault()
    {
        foreach (var id in (await ReadAllAsync()).Select(run => run.Id))
        {
            var run = await storage.Store.FindAsync(id, Cancellation);
            Assert.Equal(id, run!.Summary.Id);
            Assert.NotNull(await storage.Store.ReadOutputAsync(id, OutputRange.Last(1000), Cancellation));
            Assert.All(await storage.Store.ListFilesAsync(id, Cancellation), file => Assert.Equal(file.Available, file.Problem is null));
            var values = new[] { run.Config, run.Info, run.Result, run.Meta, run.Host, run.Experiment, run.Others };
            Assert.All(values.OfType<SacredValue>(), value =>
                Assert.NotNull(JsonDocument.Parse(
                    SacredJson.ToText(Jsonpickle.Decode(value), decoded: true),
                    new JsonDocumentOptions { MaxDepth = 1000 })));
        }
    }

    [Theory]
    [InlineData("22", "metrics.json is empty.")]
    [InlineData("24", "metrics.json is cut off at byte 5000.")]
    public async Task A_metrics_json_that_cannot_be_read_is_said(string id, string problem)
    {
        var exception = await Assert.ThrowsAsync<RunStoreException>(() => storage.Store.Metrics.ListAsync(RunId.Of(id), Cancellation));

        Assert.Equal((RunStoreProblem.Unreadable, problem), (exception.Problem, exception.Message));
    }

    [Fact]
    public async Task Metrics_with_odd_columns_keep_the_points_they_have()
    {
        var unequal = await storage.Store.Metrics.ListAsync(RunId.Of("23"), Cancellation);
        var odd = await storage.Store.Metrics.ListAsync(RunId.Of("25"), Cancellation);

        Assert.Contains(unequal, metric => metric.Count == 0);
        Assert.Contains(unequal, metric => metric.Count > 0);
        Assert.Contains(odd, metric => metric is { NaN: > 0, PlusInfinity: > 0, NotNumbers: > 0 });
    }

    [Fact]
    public async Task Names_that_lead_out_are_listed_with_the_reason_and_never_opened()
    {
        foreach (var id in new[] { "20", "32" }.Select(RunId.Of))
        {
            var files = await storage.Store.ListFilesAsync(id, Cancellation);

            Assert.All(
                files.Where(file => file.Kind != RunFileKind.Source || id.Text == "32"),
                file => Assert.Equal(file.Name is "ok.txt" or "sub/inside.txt", file.Available));
            foreach (var file in files.Where(file => !file.Available))
            {
                Assert.False(string.IsNullOrEmpty(file.Problem));
                Assert.Null(await storage.Store.OpenFileAsync(id, file.Id, Cancellation));
            }
        }
    }

    private async Task<List<RunSummary>> ReadAllAsync()
    {
        var all = new List<RunSummary>();
        await foreach (var batch in storage.Store.ReadAllAsync(RunLimits.None, Cancellation))
        {
            all.AddRange(batch.Runs);
        }

        return all;
    }

    private static IReadOnlyList<(string Name, bool IsRun, bool IsReadable)> Entries()
    {
        using var truth = JsonDocument.Parse(File.ReadAllBytes(TestFiles.Path("expected", "broken.json")));
        return [.. truth.RootElement.GetProperty("entries").EnumerateObject().Select(entry => (
            entry.Name,
            !entry.Value.TryGetProperty("is_run", out _)
                && !entry.Value.GetProperty("tests").GetString()!.Contains("not a run", StringComparison.Ordinal)
                && entry.Name is not ("8" or "9" or "nested"),
            entry.Value.GetProperty("run_json_is_readable").GetBoolean()))];
    }
}
