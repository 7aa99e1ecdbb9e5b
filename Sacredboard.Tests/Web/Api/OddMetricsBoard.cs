using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Api;

/// <summary>A board on one run whose metrics have odd names and values.</summary>
public sealed class OddMetricsBoard : IAsyncLifetime
{
    private const string RunJson = """{"status": "COMPLETED", "start_time": "2026-11-23T04:00:00", "heartbeat": null, "result": null}""";
    private const string Odd =
        """{"values": [1, NaN, NaN, 2, Infinity, -Infinity, "x"], "steps": [0, 1, 2, 3, 4, 5, 6], "timestamps": ["2026-11-23T04:00:10", "2026-11-23T04:00:11", "2026-11-23T04:00:12", "2026-11-23T04:00:13", "2026-11-23T04:00:14", "2026-11-23T04:00:15", "2026-11-23T04:00:16"]}""";
    private const string One = """{"values": [1.5], "steps": [0], "timestamps": ["2026-11-23T04:00:10"]}""";

    private readonly TemporaryDirectory _directory = new();
    private Board? _board;

    public Uri Address => _board!.Address;

    public async ValueTask InitializeAsync()
    {
        var run = Directory.CreateDirectory(Path.Combine(_directory.Path, "1")).FullName;
        var values = Enumerable.Range(0, 20_000).Select(i => Math.Sin(i / 100.0).ToString("R"));
        var wave =
            $$"""{"values": [{{string.Join(',', values)}}], "steps": [{{string.Join(',', Enumerable.Range(0, 20_000))}}], "timestamps": []}""";
        await File.WriteAllTextAsync(Path.Combine(run, "run.json"), RunJson);
        await File.WriteAllTextAsync(
            Path.Combine(run, "metrics.json"),
            $$"""{"odd": {{Odd}}, "train/loss": {{One}}, "": {{One}}, "a%2Fb": {{One}}, "a~b": {{One}}, "\ud800": {{One}}, "..": {{One}}, "ü 🚀": {{One}}, "wave": {{wave}}}""");
        _board = Board.OnDirectory(_directory.Path);
    }

    public async ValueTask DisposeAsync()
    {
        await _board!.DisposeAsync();
        _directory.Dispose();
    }
}
