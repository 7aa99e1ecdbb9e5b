using System.Runtime.CompilerServices;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Sources.Joining;

/// <summary>The metrics of the runs of several sources.</summary>
internal sealed class JoinedMetrics(Func<IReadOnlyList<JoinedMember>> members) : IRunMetrics
{
    public Task<IReadOnlyList<Metric>> ListAsync(RunId id, CancellationToken cancellationToken) =>
        ListAsync(id, _ => { }, cancellationToken);

    public async Task<IReadOnlyList<Metric>> ListAsync(RunId id, Action<MetricSeries> keep, CancellationToken cancellationToken) =>
        Find(id) is var (metrics, own) ? await metrics.ListAsync(own, keep, cancellationToken) : [];

    public long? EstimateBytes(RunId id) => Find(id) is var (metrics, own) ? metrics.EstimateBytes(own) : 0;

    public async Task<MetricSeries?> ReadAsync(RunId id, string name, CancellationToken cancellationToken) =>
        Find(id) is var (metrics, own) ? await metrics.ReadAsync(own, name, cancellationToken) : null;

    public async IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadStatisticsAsync(
        MetricStatisticsRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = members();
        var runs = request.Runs.Select(id => (Id: id, Place: JoinedMember.Split(now, id))).ToList();
        yield return [.. runs.Where(run => MetricsOf(run.Place) is null).Select(run => new RunMetricStatistics(run.Id, null))];
        foreach (var group in runs.Where(run => MetricsOf(run.Place) is not null).GroupBy(run => run.Place!.Value.Member))
        {
            var ids = group.ToDictionary(run => run.Place!.Value.Own, run => run.Id);
            var own = request with { Runs = [.. ids.Keys] };
            await foreach (var batch in group.Key.Source.Metrics!.ReadStatisticsAsync(own, cancellationToken))
            {
                yield return [.. batch.Where(found => ids.ContainsKey(found.Run)).Select(found => found with { Run = ids[found.Run] })];
            }
        }
    }

    public async Task<IReadOnlyList<MetricName>> ListNamesAsync(CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var metrics in members().Select(member => member.Source.Metrics).OfType<IRunMetrics>())
        {
            foreach (var name in await metrics.ListNamesAsync(cancellationToken))
            {
                names[name.Name] = names.GetValueOrDefault(name.Name) + name.Runs;
            }
        }

        return [.. names.Select(name => new MetricName(name.Key, name.Value))];
    }

    private static IRunMetrics? MetricsOf((JoinedMember Member, RunId Own)? place) => place?.Member.Source.Metrics;

    private (IRunMetrics Metrics, RunId Own)? Find(RunId id) =>
        JoinedMember.Split(members(), id) is var (member, own) && member.Source.Metrics is { } metrics ? (metrics, own) : null;
}
