using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Metrics.Info;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores;

/// <summary>
/// The metrics of a store's runs together with the curves in their info, which are named <c>info:…</c>. A metric that is stored under
/// such a name takes precedence. The info of many runs is only read when a curve of it is asked for.
/// </summary>
/// <param name="store">The store of the runs.</param>
/// <param name="others">Their other metrics; null for none.</param>
/// <param name="time">The clock.</param>
public sealed class InfoMetrics(IRunStore store, IRunMetrics? others, TimeProvider time) : IRunMetrics
{
    /// <summary>How many runs are looked into to find the names of curves.</summary>
    private const int MaxLookedInto = 30;

    // A run has its curves soon after its start. Names are asked for twice a minute, and an info may be large.
    private static readonly TimeSpan NamesStay = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan NoNamesStay = TimeSpan.FromMinutes(2);

    private static readonly RunParts OnlyInfo = new(RunTrees.Info);

    private readonly ConcurrentDictionary<RunId, KnownNames> _names = [];

    public Task<IReadOnlyList<Metric>> ListAsync(RunId id, CancellationToken cancellationToken) =>
        ListAsync(id, _ => { }, cancellationToken);

    public async Task<IReadOnlyList<Metric>> ListAsync(RunId id, Action<MetricSeries> keep, CancellationToken cancellationToken)
    {
        var metrics = others is null ? [] : await others.ListAsync(id, keep, cancellationToken).ConfigureAwait(false);

        // What is wrong with an info is said with the run; it must not hide the other metrics.
        var info = InfoCurves.Of((await ReadInfoAsync(id, null, cancellationToken).ConfigureAwait(false))?.Info);
        var curves = info.List().ExceptBy(metrics.Select(metric => metric.Name), curve => curve.Name).ToList();
        foreach (var curve in curves)
        {
            keep(info.Find(curve.Name)!);
        }

        return curves.Count == 0 ? metrics : [.. metrics.Concat(curves).OrderBy(metric => metric.Name, StringComparer.Ordinal)];
    }

    /// <summary>That of the other metrics and of the info; null when one of them cannot be told.</summary>
    public long? EstimateBytes(RunId id) => (others is null ? 0 : others.EstimateBytes(id)) + store.RunInfo?.EstimateBytes(id);

    public async Task<MetricSeries?> ReadAsync(RunId id, string name, CancellationToken cancellationToken)
    {
        if (others is not null && await others.ReadAsync(id, name, cancellationToken).ConfigureAwait(false) is { } stored)
        {
            return stored;
        }

        if (!IsOfInfo(name) || await ReadInfoAsync(id, name, cancellationToken).ConfigureAwait(false) is not { } info)
        {
            return null;
        }

        return info.Problem is null
            ? InfoCurves.Of(info.Info).Find(name)
            : throw new RunStoreException(RunStoreProblem.Unreadable, info.Problem);
    }

    public IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadStatisticsAsync(
        MetricStatisticsRequest request,
        CancellationToken cancellationToken) =>
        IsOfInfo(request.Name)
            ? ReadStatisticsOfInfoAsync(request, cancellationToken)
            : ReadOtherStatisticsAsync(request, cancellationToken);

    /// <summary>The names of the other metrics, and those in the info of the newest runs, where the store can read info alone.</summary>
    public async Task<IReadOnlyList<MetricName>> ListNamesAsync(CancellationToken cancellationToken)
    {
        var names = others is null ? [] : await others.ListNamesAsync(cancellationToken).ConfigureAwait(false);
        if (store.RunInfo is not { } reader)
        {
            return names;
        }

        var found = await ListNamesOfInfoAsync(reader, cancellationToken).ConfigureAwait(false);
        var known = names.Select(name => name.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. names,
            .. found.Where(name => !known.Contains(name)).CountBy(name => name).Select(name => new MetricName(name.Key, name.Value)),
        ];
    }

    private async Task<List<string>> ListNamesOfInfoAsync(IRunInfo reader, CancellationToken cancellationToken)
    {
        var newest = await reader.ListNewestAsync(MaxLookedInto, cancellationToken).ConfigureAwait(false);
        var now = time.GetUtcNow();
        RunId[] unknown = [.. newest.Where(id => !_names.TryGetValue(id, out var known)
            || now - known.Read >= (known.Names.Count == 0 ? NoNamesStay : NamesStay))];
        await foreach (var batch in reader.ReadAsync(unknown, null, cancellationToken).ConfigureAwait(false))
        {
            foreach (var info in batch)
            {
                _names[info.Run] = new([.. InfoCurves.Of(info.Info).Names], time.GetUtcNow());
            }
        }

        foreach (var old in _names.Keys.Except(newest))
        {
            _names.TryRemove(old, out _);
        }

        return [.. _names.Values.SelectMany(known => known.Names)];
    }

    private static bool IsOfInfo(string name) => name.StartsWith(InfoCurves.Prefix, StringComparison.Ordinal);

    private IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadOtherStatisticsAsync(
        MetricStatisticsRequest request,
        CancellationToken cancellationToken) =>
        others?.ReadStatisticsAsync(request, cancellationToken) ?? RunMetricStatistics.NoneAsync(request, cancellationToken);

    private async IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadStatisticsOfInfoAsync(
        MetricStatisticsRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rest = new List<RunId>(request.Runs.Count);
        await foreach (var batch in ReadOtherStatisticsAsync(request, cancellationToken).ConfigureAwait(false))
        {
            rest.AddRange(batch.Where(result => result.Statistics is null && result.Problem is null).Select(result => result.Run));
            var stored = batch.Where(result => result.Statistics is not null || result.Problem is not null).ToList();
            if (stored.Count > 0)
            {
                yield return stored;
            }
        }

        await foreach (var batch in ReadInfoAsync(rest, request.Name, cancellationToken).ConfigureAwait(false))
        {
            yield return [.. batch.Select(info => new RunMetricStatistics(
                info.Run,
                InfoCurves.Of(info.Info).Find(request.Name) is { } series
                    ? MetricStatistics.Of(series.Steps, series.Values, series.NotNumbers, request.Step)
                    : null,
                info.Problem))];
        }
    }

    private async Task<RunInfo?> ReadInfoAsync(RunId id, string? name, CancellationToken cancellationToken)
    {
        await foreach (var batch in ReadInfoAsync([id], name, cancellationToken).ConfigureAwait(false))
        {
            return batch.FirstOrDefault();
        }

        return null;
    }

    private IAsyncEnumerable<IReadOnlyList<RunInfo>> ReadInfoAsync(
        IReadOnlyList<RunId> runs, string? name, CancellationToken cancellationToken) =>
        store.RunInfo?.ReadAsync(runs, name, cancellationToken) ?? ReadEachAsync(runs, cancellationToken);

    // A store that cannot read info alone reads the whole run.
    private async IAsyncEnumerable<IReadOnlyList<RunInfo>> ReadEachAsync(
        IReadOnlyList<RunId> runs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var id in runs)
        {
            yield return [new(id, (await store.FindAsync(id, OnlyInfo, cancellationToken).ConfigureAwait(false))?.Info)];
        }
    }

    private sealed record KnownNames(IReadOnlyList<string> Names, DateTimeOffset Read);
}
