using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.RunFolders;

/// <summary>Reads metrics out of the metrics.json of runs.</summary>
internal sealed class FolderMetrics(IRunFolders folders, TimeProvider time) : IRunMetrics
{
    /// <summary>How many runs are read to find the names of metrics.</summary>
    private const int MaxLookedInto = 300;

    private readonly MetricStatisticsFiles _statistics = new(folders, time);

    public async Task<IReadOnlyList<Metric>> ListAsync(RunId id, CancellationToken cancellationToken) =>
        await ReadAsync(id, static utf8 => MetricsFile.List(utf8), MetricsFile.ListAsync, cancellationToken).ConfigureAwait(false) ?? [];

    /// <summary>The whole file, which may be one metric, and what is decoded of it, which is less.</summary>
    public long? EstimateBytes(RunId id) =>
        id.Kind == RunIdKind.Text ? folders.LengthOf(id.Text, MetricsFile.Name) * 2 : 0;

    public Task<MetricSeries?> ReadAsync(RunId id, string name, CancellationToken cancellationToken) =>
        ReadAsync(
            id,
            utf8 => MetricsFile.Read(utf8, name),
            (stream, cancelled) => MetricsFile.ReadAsync(stream, name, cancelled),
            cancellationToken);

    public IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadStatisticsAsync(
        MetricStatisticsRequest request,
        CancellationToken cancellationToken) =>
        _statistics.ReadAsync(request, cancellationToken);

    /// <summary>The names in the newest runs and in all others that were read before.</summary>
    public async Task<IReadOnlyList<MetricName>> ListNamesAsync(CancellationToken cancellationToken)
    {
        var all = await folders.ListNewestFirstAsync(cancellationToken).ConfigureAwait(false);
        var newest = all.Take(MaxLookedInto).Select(RunId.Of).ToList();
        await foreach (var batch in _statistics.ReadAsync(new MetricStatisticsRequest("", newest), cancellationToken).ConfigureAwait(false))
        {
            _ = batch;
        }

        return _statistics.Names();
    }

    private async Task<T?> ReadAsync<T>(
        RunId id,
        Func<ReadOnlySpan<byte>, T> parse,
        Func<Stream, CancellationToken, ValueTask<T>> read,
        CancellationToken cancellationToken)
        where T : class?
    {
        if (id.Kind != RunIdKind.Text || !(await folders.StampAsync(id.Text, cancellationToken).ConfigureAwait(false)).Run.Exists)
        {
            return null;
        }

        var (value, problem, _) = await JsonFile.ReadAsync(
            folders,
            id.Text,
            MetricsFile.Name,
            time,
            (bytes, length) => parse(bytes.AsSpan(0, length)),
            read,
            cancellationToken).ConfigureAwait(false);
        return problem is null ? value : throw new RunStoreException(RunStoreProblem.Unreadable, problem);
    }
}
