using Sacredboard.Data.Metrics;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.RunFolders;

/// <summary>Reads metrics.json without building a tree: <c>{"name": {"steps": […], "values": […], "timestamps": […]}}</c>.</summary>
internal static class MetricsFile
{
    public const string Name = "metrics.json";

    /// <summary>All metrics by name.</summary>
    /// <exception cref="JsonFormatException">It is not an object, or no JSON.</exception>
    public static IReadOnlyList<Metric> List(ReadOnlySpan<byte> utf8)
    {
        var metrics = new SortedDictionary<string, Metric>(StringComparer.Ordinal);
        var json = Begin(utf8);
        while (ReadName(ref json) is { } name)
        {
            using var columns = MetricColumns.Read(ref json);
            metrics[name] = columns.Describe(name, utf8);
        }

        json.Read();
        return [.. metrics.Values];
    }

    /// <summary>The statistics of all metrics by name.</summary>
    /// <param name="utf8">The content of the file.</param>
    /// <param name="step">The step for the value at a step; null for none.</param>
    /// <exception cref="JsonFormatException">It is not an object, or no JSON.</exception>
    public static IReadOnlyDictionary<string, MetricStatistics> ReadStatistics(ReadOnlySpan<byte> utf8, double? step)
    {
        var metrics = new Dictionary<string, MetricStatistics>();
        var json = Begin(utf8);
        while (ReadName(ref json) is { } name)
        {
            using var columns = MetricColumns.Read(ref json);
            metrics[name] = columns.Statistics(step);
        }

        json.Read();
        return metrics;
    }

    /// <summary>One metric, or null when there is none of this name.</summary>
    /// <exception cref="JsonFormatException">It is not an object, or no JSON.</exception>
    public static MetricSeries? Read(ReadOnlySpan<byte> utf8, string wanted)
    {
        MetricSeries? series = null;
        var json = Begin(utf8);
        while (ReadName(ref json) is { } name)
        {
            if (name == wanted)
            {
                using var columns = MetricColumns.Read(ref json);
                series = columns.Series(name);
            }
            else
            {
                json.Skip();
            }
        }

        json.Read();
        return series;
    }

    private static JsonTokenizer Begin(ReadOnlySpan<byte> utf8)
    {
        var json = new JsonTokenizer(utf8);
        json.Read();
        return json.Token == JsonToken.ObjectStart ? json : throw new JsonFormatException("is not an object", 0);
    }

    // Moves to the value of the next name and returns the name; null at the end.
    private static string? ReadName(ref JsonTokenizer json)
    {
        json.Read();
        if (json.Token != JsonToken.Name)
        {
            return null;
        }

        var name = json.Text();
        json.Read();
        return name;
    }
}
