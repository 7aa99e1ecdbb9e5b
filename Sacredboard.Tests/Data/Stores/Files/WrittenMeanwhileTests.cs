using System.Text;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Files;

/// <summary>Sacred writes its files in place, again and again, while they are read.</summary>
public sealed class WrittenMeanwhileTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private static readonly RunId Id = RunId.Of("1");

    private readonly StorageFolder _folder = new();

    [Fact]
    public async Task A_run_that_is_written_all_the_time_is_always_there_and_never_a_problem()
    {
        var text =
            $$"""{"status": "RUNNING", "start_time": "2026-01-01T00:00:00", "host": {"hostname": "{{new string('x', 20_000)}}" } }""";
        _folder.Write("1", "run.json", text);
        await using var store = new FileStorageRunStore(_folder.Root, TimeProvider.System);
        Assert.Equal("RUNNING", Assert.Single(await store.ReadSummariesAsync([Id], Cancellation)).Status);
        using var ended = new CancellationTokenSource();
        var writer = Task.Run(() => WriteInPieces(_folder.Of("1", "run.json"), text, ended.Token), Cancellation);

        var problems = new List<string?>();
        for (var i = 0; i < 40; i++)
        {
            var run = Assert.Single(await store.ReadSummariesAsync([Id], Cancellation));
            Assert.Equal(("RUNNING", 20_000), (run.Status, run.Host!.Length));
            problems.Add(run.Problem);
        }

        await ended.CancelAsync();
        await writer;
        Assert.All(problems, Assert.Null);
    }

    [Fact]
    public async Task Metrics_that_are_being_written_are_waited_for()
    {
        _folder.Write("1", "run.json", "{}");
        _folder.Write("1", "metrics.json", "");
        await using var store = new FileStorageRunStore(_folder.Root, TimeProvider.System);

        var reading = store.Metrics.ListAsync(Id, Cancellation);
        _folder.Write("1", "metrics.json", """{"loss": {"steps": [0], "values": [1.5], "timestamps": ["2026-01-01T00:00:00"]}}""");

        Assert.Equal(1.5, Assert.Single(await reading).Max);
    }

    // Large files are read from a stream, which says less of what is wrong.
    [Fact]
    public async Task A_large_file_is_read_metric_by_metric_and_its_faults_are_said_as_those_of_a_small_one()
    {
        var numbers = string.Join(',', Enumerable.Range(0, 150_000));
        var text = $$"""{"long": {"steps": [{{numbers}}], "values": [{{numbers}}] }, "short": {"steps": [3], "values": [4.5] } }""";
        _folder.Write("1", "run.json", "{}");
        _folder.WriteOld("1", "metrics.json", text);
        await using var store = new FileStorageRunStore(_folder.Root, TimeProvider.System);

        var all = await store.Metrics.ListAsync(Id, Cancellation);
        Assert.Equal([149_999, 4.5], all.Select(metric => metric.Max!.Value));
        var read = await store.Metrics.ReadAsync(Id, "short", Cancellation);
        Assert.Equal(4.5, Assert.Single(read!.Values));
        Assert.Equal(150_000, (await store.Metrics.ReadAsync(Id, "long", Cancellation))!.Count);
        Assert.Null(await store.Metrics.ReadAsync(Id, "none", Cancellation));

        _folder.WriteOld("1", "metrics.json", text[..^3]);
        var problem = await Assert.ThrowsAsync<RunStoreException>(() => store.Metrics.ReadAsync(Id, "short", Cancellation));
        Assert.Contains("metrics.json is cut off", problem.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static void WriteInPieces(string path, string text, CancellationToken ended)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        while (!ended.IsCancellationRequested)
        {
            using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1);
            for (var at = 0; at < bytes.Length; at += 500)
            {
                file.Write(bytes, at, Math.Min(500, bytes.Length - at));
            }
        }
    }
}
