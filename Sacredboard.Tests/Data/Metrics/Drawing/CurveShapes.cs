using System.Text.Json;
using Sacredboard.Data.Metrics;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Metrics.Drawing;

/// <summary>Metrics of all shapes that are hard to draw.</summary>
internal static class CurveShapes
{
    private static readonly DateTime Start = new(2026, 11, 23, 4, 0, 0, DateTimeKind.Utc);

    public static IReadOnlyList<string> Names =>
    [
        "noise", "spikes", "stairs", "plateau", "walk", "loss", "denormal", "huge", "offset", "resumed", "repeated", "gaps", "uneven",
        "negative", "wave",
    ];

    public static MetricSeries Of(string name, int count, int seed = 1)
    {
        var random = new Random(seed);
        var walk = 0.0;
        double[] values = [.. Enumerable.Range(0, count).Select(i => name switch
        {
            "spikes" => random.Next(count / 20) == 0 ? random.NextDouble() * 1000 : random.NextDouble(),
            "stairs" => i * 20 / count,
            "plateau" => i < count / 3 ? i : count / 3,
            "walk" or "uneven" => walk += random.NextDouble() - 0.5,
            "loss" or "resumed" or "repeated" => (3 * Math.Exp(-5.0 * i / count)) + (0.2 * random.NextDouble()) + 0.01,
            "denormal" => random.Next(1, 2000) * double.Epsilon,
            "huge" => (random.NextDouble() - 0.5) * 2 * 1.7e308,
            "offset" => 1234567 + (random.NextDouble() * 1e-5),
            "gaps" => random.Next(200) switch { 0 => double.NaN, 1 => double.PositiveInfinity, _ => random.NextDouble() },
            "negative" => random.NextDouble() - 0.3,
            "wave" => Math.Sin(i * 60.0 / count),
            _ => random.NextDouble(),
        })];
        var step = 0.0;
        double[] steps = [.. Enumerable.Range(0, count).Select(i => name switch
        {
            "resumed" => i < count / 2 ? i : i - (count / 4),
            "repeated" => i / 3,
            "uneven" => step += random.Next(50) == 0 ? random.NextDouble() * 1000 : random.Next(3),
            "gaps" => random.Next(500) == 0 ? double.NaN : i,
            _ => i,
        })];
        return Of(name, steps, values);
    }

    public static MetricSeries Of(string name, double[] steps, double[] values) => new()
    {
        Name = name,
        Steps = steps,
        Values = values,
        Times = [.. Enumerable.Range(0, values.Length).Select(i =>
            (Start.AddMilliseconds((i * 20.0) + (i % 7)) - DateTime.UnixEpoch).TotalMilliseconds)],
    };

    /// <summary>The metrics of the sample runs.</summary>
    public static IEnumerable<MetricSeries> Samples()
    {
        foreach (var file in Directory.EnumerateFiles(SampleRuns.Directory, "metrics.json", SearchOption.AllDirectories).Order())
        {
            // Python writes NaN and Infinity, which JSON has not; here all are missing.
            var text = File.ReadAllText(file).Replace("NaN", "null").Replace("-Infinity", "null").Replace("Infinity", "null");
            using var json = JsonDocument.Parse(text);
            foreach (var metric in json.RootElement.EnumerateObject())
            {
                double[] steps = [.. metric.Value.GetProperty("steps").EnumerateArray().Select(step => step.GetDouble())];
                double[] values = [.. metric.Value.GetProperty("values").EnumerateArray().Select(value =>
                    value.ValueKind == JsonValueKind.Number ? value.GetDouble() : double.NaN)];
                yield return Of(metric.Name, steps, values);
            }
        }
    }
}
