using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sacredboard.Tests.Browser.Support;

/// <summary>A run as Sacred's FileStorageObserver writes it: files rewritten in place, cout.txt appended to.</summary>
public sealed class DirectoryRun(string root, string id) : LiveRun(id)
{
    private static readonly JsonSerializerOptions Python = new() { WriteIndented = true, Converters = { new TimeConverter() } };

    private readonly string _directory = Path.Combine(root, id);
    private readonly SortedDictionary<string, object?> _run = new(StringComparer.Ordinal);
    private int _written;

    public override Task DeleteAsync()
    {
        Directory.Delete(_directory, recursive: true);
        return Task.CompletedTask;
    }

    protected override Task SaveAsync(Dictionary<string, object?> changed, bool isStart = false)
    {
        foreach (var (key, value) in changed)
        {
            _run[key] = value;
        }

        Directory.CreateDirectory(_directory);
        // In Sacred's order: run.json tells of a heartbeat after its metrics and output are there.
        if (isStart)
        {
            Write("config.json", Config);
        }
        else
        {
            Write(
                "metrics.json",
                Metrics.ToDictionary(metric => metric.Key, metric => new SortedDictionary<string, object>(StringComparer.Ordinal)
                {
                    ["steps"] = metric.Value.Select(point => point.Step),
                    ["timestamps"] = metric.Value.Select(point => IsoFormat(point.Time)),
                    ["values"] = metric.Value.Select(point => point.Value),
                }));
        }

        File.AppendAllText(Path.Combine(_directory, "cout.txt"), Output[_written..], new UTF8Encoding(false));
        _written = Output.Length;
        Write("run.json", _run);
        return Task.CompletedTask;
    }

    private void Write(string name, object content) =>
        File.WriteAllText(Path.Combine(_directory, name), JsonSerializer.Serialize(content, Python));

    private sealed class TimeConverter : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(IsoFormat(value));
    }
}
