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
    private MongoMetricStatistics? _statistics;

    public IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadStatisticsAsync(
        MetricStatisticsRequest request,
        CancellationToken cancellationToken) =>
        (_statistics ??= new(reader, _locator)).ReadAsync(request, cancellationToken);

    public Task<IReadOnlyList<MetricName>> ListNamesAsync(CancellationToken cancellationToken) =>
        _locator.ListNamesAsync(cancellationToken);

    public async Task<IReadOnlyList<Metric>> ListAsync(RunId id, CancellationToken cancellationToken)
    {
        var documents = await FindAsync(id, null, cancellationToken);
        return
        [
            .. documents.GroupBy(document => document.Series.Name)
                .Select(group => Describe(MetricMerge.Merge([.. group])))
                .OrderBy(metric => metric.Name, StringComparer.Ordinal),
        ];
    }

    public async Task<MetricSeries?> ReadAsync(RunId id, string name, CancellationToken cancellationToken)
    {
        var documents = await FindAsync(id, name, cancellationToken);
        return documents.Count == 0 ? null : MetricMerge.Merge(documents).Series;
    }

    private static Metric Describe(MetricDocument document) => Metric.Of(
        document.Series.Name, document.Series.Steps, document.Series.Values, document.Series.NotNumbers, document.Ends);

    private async Task<List<MetricDocument>> FindAsync(RunId run, string? name, CancellationToken cancellationToken)
    {
        if (MongoRunId.ToBson(run) is null)
        {
            return [];
        }

        var filter = await _locator.FindAsync(run, cancellationToken) is { } documents
            ? new BsonDocument("_id", new BsonDocument("$in", new BsonArray(documents)))
            : await _locator.SearchAsync(field => MongoRunId.Filter(field, run)!, cancellationToken);
        if (name is { Length: > 0 })
        {
            filter.Add("name", new BsonDocument("$eq", name));
        }

        var found = await reader.ReadListAsync(reader.Place.Metrics, [new("$match", filter)], MetricDocument.Read, cancellationToken);
        // The server also matches an id inside a list.
        found.RemoveAll(document => document.Run != run || (name is not null && document.Series.Name != name));
        return found;
    }
}
