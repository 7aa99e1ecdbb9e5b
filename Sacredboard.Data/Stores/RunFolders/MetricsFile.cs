using System.Runtime.CompilerServices;
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

    /// <summary>As <see cref="List(ReadOnlySpan{byte})"/>, and holds the text of one metric at a time.</summary>
    public static async ValueTask<IReadOnlyList<Metric>> ListAsync(Stream stream, CancellationToken cancellationToken)
    {
        var metrics = new SortedDictionary<string, Metric>(StringComparer.Ordinal);
        await foreach (var (name, value) in MembersAsync(stream, null, cancellationToken).ConfigureAwait(false))
        {
            using var columns = Columns(value.Span);
            metrics[name] = columns.Describe(name, value.Span);
        }

        return [.. metrics.Values];
    }

    /// <summary>As <see cref="ReadStatistics(ReadOnlySpan{byte}, double?)"/>, and holds the text of one metric at a time.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, MetricStatistics>> ReadStatisticsAsync(
        Stream stream, double? step, CancellationToken cancellationToken)
    {
        var metrics = new Dictionary<string, MetricStatistics>();
        await foreach (var (name, value) in MembersAsync(stream, null, cancellationToken).ConfigureAwait(false))
        {
            using var columns = Columns(value.Span);
            metrics[name] = columns.Statistics(step);
        }

        return metrics;
    }

    /// <summary>As <see cref="Read(ReadOnlySpan{byte}, string)"/>, and holds only the text of the metric asked for.</summary>
    public static async ValueTask<MetricSeries?> ReadAsync(Stream stream, string wanted, CancellationToken cancellationToken)
    {
        MetricSeries? series = null;
        await foreach (var (name, value) in MembersAsync(stream, wanted, cancellationToken).ConfigureAwait(false))
        {
            using var columns = Columns(value.Span);
            series = columns.Series(name);
        }

        return series;
    }

    private static async IAsyncEnumerable<(string Name, ReadOnlyMemory<byte> Value)> MembersAsync(
        Stream stream, string? wanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var members = new JsonMembers(stream);
        while (await members.NextAsync(cancellationToken).ConfigureAwait(false) is { } name)
        {
            if (wanted is null || wanted == name)
            {
                yield return (name, await members.ValueAsync(cancellationToken).ConfigureAwait(false));
            }
            else
            {
                await members.SkipAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static MetricColumns Columns(ReadOnlySpan<byte> utf8)
    {
        var json = new JsonTokenizer(utf8);
        json.Read();
        var columns = MetricColumns.Read(ref json);
        json.Read();
        return columns;
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
