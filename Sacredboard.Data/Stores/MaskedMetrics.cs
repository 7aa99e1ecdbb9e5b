using System.Runtime.CompilerServices;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores;

/// <summary>The metrics of a store, with secrets in their names masked. A masked name finds the metric that it was given to.</summary>
internal sealed class MaskedMetrics(IRunMetrics metrics) : IRunMetrics
{
    /// <summary>A name with a secret is rare; so many of them are told apart.</summary>
    private const int MaxNames = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _masked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _originals = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<Metric>> ListAsync(RunId id, CancellationToken cancellationToken) =>
        Masked(await metrics.ListAsync(id, cancellationToken).ConfigureAwait(false));

    public async Task<IReadOnlyList<Metric>> ListAsync(RunId id, Action<MetricSeries> keep, CancellationToken cancellationToken) =>
        Masked(await metrics.ListAsync(id, series => keep(Masked(series)), cancellationToken).ConfigureAwait(false));

    public long? EstimateBytes(RunId id) => metrics.EstimateBytes(id);

    public async Task<MetricSeries?> ReadAsync(RunId id, string name, CancellationToken cancellationToken) =>
        await metrics.ReadAsync(id, Original(name), cancellationToken).ConfigureAwait(false) is { } series ? Masked(series) : null;

    public async IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadStatisticsAsync(
        MetricStatisticsRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var original = request with { Name = Original(request.Name) };
        await foreach (var batch in metrics.ReadStatisticsAsync(original, cancellationToken).ConfigureAwait(false))
        {
            yield return batch;
        }
    }

    public async Task<IReadOnlyList<MetricName>> ListNamesAsync(CancellationToken cancellationToken) =>
        [.. (await metrics.ListNamesAsync(cancellationToken).ConfigureAwait(false)).Select(name => name with { Name = Masked(name.Name) })];

    private IReadOnlyList<Metric> Masked(IReadOnlyList<Metric> list) =>
        list.Any(metric => !ReferenceEquals(Masked(metric.Name), metric.Name))
            ? [.. list.Select(metric => metric with { Name = Masked(metric.Name) })]
            : list;

    private MetricSeries Masked(MetricSeries series) =>
        Masked(series.Name) is var name && ReferenceEquals(name, series.Name) ? series : series with { Name = name };

    // Names that differ only in their secrets get numbers.
    private string Masked(string name)
    {
        var masked = SecretMask.Text(name);
        if (masked == name)
        {
            return name;
        }

        lock (_lock)
        {
            if (_masked.TryGetValue(name, out var known))
            {
                return known;
            }

            if (_masked.Count >= MaxNames)
            {
                return masked;
            }

            var unique = masked;
            for (var i = 2; !_originals.TryAdd(unique, name); i++)
            {
                unique = $"{masked} {i}";
            }

            return _masked[name] = unique;
        }
    }

    private string Original(string name)
    {
        if (!name.Contains(SecretMask.Hidden, StringComparison.Ordinal))
        {
            return name;
        }

        lock (_lock)
        {
            return _originals.GetValueOrDefault(name, name);
        }
    }
}
