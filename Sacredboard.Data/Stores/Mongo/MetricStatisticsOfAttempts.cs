using System.Collections.Concurrent;
using MongoDB.Bson;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// The statistics of a metric of runs whose documents hold points of others too: computed here, of the points that are their own.
/// </summary>
internal sealed class MetricStatisticsOfAttempts(
    MongoReader reader, MetricLocator locator, IReadOnlyDictionary<RunId, RunAttempt> attempts)
{
    /// <summary>The points of so many runs are in memory at a time; a document may have 16 MB.</summary>
    public const int RunsAtOnce = 16;

    public async Task<IReadOnlyList<RunMetricStatistics>> ReadAsync(
        MetricStatisticsRequest request, IReadOnlyList<RunId> runs, CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<RunId, List<MetricDocument>>();
        var filter = await FilterAsync(request, runs, cancellationToken);
        await MetricListing.ReadAsync(
            reader,
            filter,
            run => attempts.GetValueOrDefault(run),
            document =>
            {
                if (document.Run is { } run && document.Series.Name == request.Name)
                {
                    found.GetOrAdd(run, _ => []).Add(document);
                }
            },
            cancellationToken);
        return [.. runs.Select(run => new RunMetricStatistics(run, found.TryGetValue(run, out var parts) ? Of(parts, request) : null))];
    }

    private static MetricStatistics Of(List<MetricDocument> parts, MetricStatisticsRequest request)
    {
        var series = MetricMerge.Merge(parts).Series;
        return MetricStatistics.Of(series.Steps, series.Values, series.NotNumbers, request.Step);
    }

    private async Task<BsonDocument> FilterAsync(
        MetricStatisticsRequest request, IReadOnlyList<RunId> runs, CancellationToken cancellationToken)
    {
        if (await locator.FindAsync(runs, request.Name, cancellationToken) is { } ids)
        {
            return MetricListing.ByIds(ids);
        }

        var known = new BsonArray(runs.Select(MongoRunId.ToBson).OfType<BsonValue>());
        var byRun = await locator.SearchAsync(field => new BsonDocument(field, new BsonDocument("$in", known)), cancellationToken);
        return request.Name.Length > 0
            ? new BsonDocument("$and", new BsonArray { byRun, new BsonDocument("name", new BsonDocument("$eq", request.Name)) })
            : byRun;
    }
}
