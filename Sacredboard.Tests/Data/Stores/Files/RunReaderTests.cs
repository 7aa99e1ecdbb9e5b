using Sacredboard.Data.Queries;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Files;

public sealed class RunReaderTests : IAsyncDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private static readonly RunId Id = RunId.Of("1");

    private readonly StorageFolder _folder = new();
    private readonly FileStorageRunStore _store;

    public RunReaderTests() => _store = new FileStorageRunStore(_folder.Root, TimeProvider.System);

    [Fact]
    public async Task Large_parts_are_left_to_the_page_of_the_run()
    {
        var large = new string('x', 300_000);
        _folder.WriteOld("1", "run.json", $"{{\"status\": \"COMPLETED\", \"result\": \"{large}\", \"meta\": {{\"comment\": \"small\"}}}}");
        _folder.WriteOld("1", "config.json", $"{{\"a\": \"{large}\", \"lr\": 0.1}}");
        var curve = string.Join(", ", Enumerable.Range(0, 4000));
        _folder.WriteOld("1", "info.json", $"{{\"best\": 0.95, \"train\": {{\"curve\": [{curve}], \"n\": 3}}}}");

        var summary = Assert.Single(await _store.ReadSummariesAsync([Id], Cancellation));
        var run = await _store.FindAsync(Id, Cancellation);

        Assert.Equal(("COMPLETED", "small"), (summary.Status, summary.Comment));
        Assert.Null(summary.Result);
        Assert.Equal("Too large to show here: result. See the run's page.", summary.Problem);
        var snapshot = await TestCatalog.SnapshotOfAsync(summary);
        foreach (var (query, isFound) in new[]
        {
            ("info.best > 0.9", true), ("missing(info.best)", false), ("missing(info.train.curve)", false), ("info.train.n = 3", true),
            ("info.train.curve = 1", false), ("lr = 0.1", true), ("missing(config.a)", false), ("config.a = x", false),
        })
        {
            Assert.Equal((query, isFound ? 1 : 0), (query, snapshot.Queries().Find(new() { Text = query }).Matched));
        }

        Assert.Equal(large, Assert.IsType<SacredText>(run!.Result).Value);
        Assert.True(run.Config is SacredObject && run.Info is SacredObject);
        Assert.Empty(run.Problems);
    }

    [Fact]
    public async Task Fields_that_sacred_does_not_write_are_kept_and_times_may_be_jsonpickled()
    {
        _folder.WriteOld("1", "run.json", """
            {"own": {"a": 1}, "config": "stray", "stop_time": {"py/object": "datetime.datetime", "__reduce__": [{"py/type": "datetime.datetime"}, ["B+oBAgMEBQAAAA=="]]}}
            """);
        _folder.WriteOld("1", "config.json", """{"seed": 7}""");

        var run = await _store.FindAsync(Id, Cancellation);

        Assert.Equal("""{"own":{"a":1}}""", SacredJson.ToText(run!.Others));
        Assert.Equal("""{"seed":7}""", SacredJson.ToText(run.Config!));
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), run.Summary.Stopped);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }
}
