using System.Globalization;

namespace Sacredboard.Tests.Browser.Support;

/// <summary>
/// A run that runs while a page shows it. Derived classes store it as one observer of Sacred does, at the same moments: at the
/// start, at each heartbeat and at the end.
/// </summary>
public abstract class LiveRun(string id)
{
    public string Id { get; } = id;

    protected Dictionary<string, List<(int Step, DateTime Time, double Value)>> Metrics { get; } = [];

    protected string Output { get; private set; } = "";

    protected static SortedDictionary<string, object?> Config { get; } = new(StringComparer.Ordinal)
    {
        ["batch_size"] = 32,
        ["optimizer"] = new SortedDictionary<string, object?>(StringComparer.Ordinal) { ["lr"] = 0.05, ["name"] = "sgd" },
        ["seed"] = 97,
    };

    public Task StartAsync() => SaveAsync(
        new()
        {
            ["artifacts"] = Array.Empty<object>(),
            ["command"] = "train",
            ["experiment"] = new SortedDictionary<string, object?>(StringComparer.Ordinal)
            {
                ["base_dir"] = "/home/lab/digits",
                ["dependencies"] = new[] { "sacred==0.8.7" },
                ["mainfile"] = "train.py",
                ["name"] = "live",
                ["repositories"] = Array.Empty<object>(),
                ["sources"] = Array.Empty<object>(),
            },
            ["heartbeat"] = null,
            ["host"] = new SortedDictionary<string, object?>(StringComparer.Ordinal)
            {
                ["ENV"] = new SortedDictionary<string, object?>(),
                ["cpu"] = null,
                ["hostname"] = "lab-03",
                ["os"] = new[] { "Linux", "Linux-6.1" },
                ["python_version"] = "3.11.7",
            },
            ["meta"] = new SortedDictionary<string, object?>(StringComparer.Ordinal)
            {
                ["command"] = "train",
                ["options"] = new SortedDictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["--beat-interval"] = "1",
                    ["--comment"] = null
                },
            },
            ["resources"] = Array.Empty<object>(),
            ["start_time"] = DateTime.UtcNow,
            ["status"] = "RUNNING",
        },
        isStart: true);

    public void Log(string metric, int step, double value)
    {
        if (!Metrics.TryGetValue(metric, out var points))
        {
            Metrics[metric] = points = [];
        }

        points.Add((step, DateTime.UtcNow, value));
    }

    public void Print(string line) => Output += line + "\n";

    public Task BeatAsync(double? result = null) => SaveAsync(new() { ["heartbeat"] = DateTime.UtcNow, ["result"] = result });

    public Task CompleteAsync(double result) =>
        SaveAsync(new()
        {
            ["heartbeat"] = DateTime.UtcNow,
            ["result"] = result,
            ["status"] = "COMPLETED",
            ["stop_time"] = DateTime.UtcNow
        });

    public Task FailAsync(string exception) => SaveAsync(new()
    {
        ["fail_trace"] = new[]
        {
            "Traceback (most recent call last):\n",
            "  File \"/home/lab/digits/train.py\", line 7, in train\n    step()\n",
            exception + "\n",
        },
        ["status"] = "FAILED",
        ["stop_time"] = DateTime.UtcNow,
    });

    /// <summary>Deletes the run from the storage.</summary>
    public abstract Task DeleteAsync();

    /// <summary>Stores the changed fields of the run, all points and all output so far.</summary>
    protected abstract Task SaveAsync(Dictionary<string, object?> changed, bool isStart = false);

    /// <summary>Python's <c>isoformat()</c>: no zone, six digits, and no fraction at all where it is zero.</summary>
    protected static string IsoFormat(DateTime time) =>
        time.ToString(
            time.Microsecond == 0 && time.Millisecond == 0 ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm:ss.ffffff",
            CultureInfo.InvariantCulture);
}
