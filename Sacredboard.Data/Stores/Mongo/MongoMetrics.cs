using MongoDB.Bson;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Reads metrics. They are found by the id of their run, by type and value, because the list of metrics in the run document may be
/// outdated or missing.
/// </summary>
internal sealed class MongoMetrics(MongoReader reader, TimeProvider time) : IRunMetrics
{
    private readonly MetricLocator _locator = new(reader, time);
    private readonly RunAttempts _attempts = new(reader, time);
    private MongoMetricStatistics? _statistics;

    public IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadStatisticsAsync(
        MetricStatisticsRequest request,
        CancellationToken cancellationToken) =>
        (_statistics ??= new(reader, _locator, _attempts)).ReadAsync(request, cancellationToken);

    public async Task<IReadOnlyList<MetricName>> ListNamesAsync(CancellationToken cancellationToken)
    {
        var isShared = await _attempts.HasNeighboursAsync(cancellationToken)
            && await reader.CountAsync(reader.Place.Metrics, cancellationToken) <= MetricNamesOfRuns.MaxDocuments;
        // The names of the metrics of other projects would be columns without a value.
        return isShared
            ? await _locator.CountNamesAsync(MetricNamesOfRuns.Stages(reader.Place.Runs), cancellationToken)
            : await _locator.ListNamesAsync(cancellationToken);
    }

    public Task<IReadOnlyList<Metric>> ListAsync(RunId id, CancellationToken cancellationToken) =>
        ListAsync(id, _ => { }, cancellationToken);

    public async Task<IReadOnlyList<Metric>> ListAsync(RunId id, Action<MetricSeries> keep, CancellationToken cancellationToken) =>
        MongoRunId.ToBson(id) is null ? []
        : await new MetricListing(reader, await _attempts.FindAsync(id, cancellationToken), keep)
            .ReadAsync(await FindAllAsync(id, cancellationToken), cancellationToken);

    public async Task<MetricSeries?> ReadAsync(RunId id, string name, CancellationToken cancellationToken)
    {
        if (MongoRunId.ToBson(id) is null)
        {
            return null;
        }

        var filter = await _locator.FindAsync(id, name, cancellationToken) is { } ids
            ? MetricListing.ByIds(ids)
            : await _locator.SearchAsync(field => MongoRunId.Filter(field, id)!, cancellationToken);
        if (name.Length > 0)
        {
            filter.Add("name", new BsonDocument("$eq", name));
        }

        var found = new List<MetricDocument>();
        var attempt = await _attempts.FindAsync(id, cancellationToken);
        await MetricListing.ReadAsync(reader, filter, _ => attempt, found.Add, cancellationToken);
        // The server also matches an id inside a list.
        found.RemoveAll(document => document.Run != id || document.Series.Name != name);
        return found.Count == 0 ? null : MetricMerge.Merge(found).Series;
    }

    // Without points, so that however many they are, they can be read a few at a time.
    private async Task<IReadOnlyList<MetricIndex.Document>> FindAllAsync(RunId run, CancellationToken cancellationToken)
    {
        if (await _locator.FindAsync(run, cancellationToken) is { } known)
        {
            return known;
        }

        var filter = await _locator.SearchAsync(field => MongoRunId.Filter(field, run)!, cancellationToken);
        var found = await reader.ReadListAsync(
            reader.Place.Metrics, [new("$match", filter), MetricLocator.Project], MetricIndex.Read, cancellationToken);
        found.RemoveAll(document => document.Run != run);
        return found;
    }
}
