using MongoDB.Bson;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Describes the metrics of one run, which takes all their points: read a few metrics at a time, in the order of their names.
/// </summary>
/// <param name="reader">Reads the database.</param>
/// <param name="attempt">The attempt that points must lie in; null for all points.</param>
/// <param name="keep">Gets the points of each metric, on any thread.</param>
internal sealed class MetricListing(MongoReader reader, RunAttempt? attempt, Action<MetricSeries> keep)
{
    private const int NamesAtOnce = 8;

    /// <summary>One is decoded while the server sends another.</summary>
    private const int Readers = 2;

    /// <summary>More points than this, about half of the largest document, are not read by two at a time.</summary>
    private const int ManyPoints = 180_000;

    private readonly Lock _lock = new();
    private readonly List<Metric> _listed = [];
    private int _mostPoints;

    public static BsonDocument ByIds(IEnumerable<BsonValue> ids) => new("_id", new BsonDocument("$in", new BsonArray(ids)));

    /// <summary>
    /// Passes on the documents that the filter selects, with the points of the run's attempt, one after the other; those without any left
    /// are left out.
    /// </summary>
    public static Task ReadAsync(
        MongoReader reader,
        BsonDocument filter,
        Func<RunId, RunAttempt?> attempts,
        Action<MetricDocument> each,
        CancellationToken cancellationToken) =>
        reader.ReadEachAsync(
            reader.Place.Metrics,
            [new("$match", filter)],
            new RawSerializer<MetricDocument>((BsonChunks document) => MetricDocument.Read(document, attempts)),
            document =>
            {
                if (!document.IsOfOthers)
                {
                    each(document);
                }
            },
            cancellationToken);

    /// <param name="documents">All metric documents of the run.</param>
    public async Task<IReadOnlyList<Metric>> ReadAsync(
        IReadOnlyList<MetricIndex.Document> documents, CancellationToken cancellationToken)
    {
        var parts = documents.GroupBy(document => document.Name).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Chunk(NamesAtOnce).ToList();
        if (parts.Count > 0)
        {
            // The first ones tell how large they are.
            await ReadAsync(parts[0], cancellationToken);
            await Parallel.ForEachAsync(
                parts.Skip(1),
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = _mostPoints * NamesAtOnce > ManyPoints ? 1 : Readers,
                    CancellationToken = cancellationToken,
                },
                async (part, cancelled) => await ReadAsync(part, cancelled));
        }

        return [.. _listed.OrderBy(metric => metric.Name, StringComparer.Ordinal)];
    }

    private async Task ReadAsync(IReadOnlyList<IGrouping<string, MetricIndex.Document>> names, CancellationToken cancellationToken)
    {
        var parts = names.Where(name => name.Count() > 1).ToDictionary(name => name.Key, _ => new List<MetricDocument>());
        var filter = ByIds(names.SelectMany(name => name.Select(document => document.Id)));
        await ReadAsync(
            reader,
            filter,
            _ => attempt,
            document =>
            {
                if (parts.TryGetValue(document.Series.Name, out var part))
                {
                    part.Add(document);
                }
                else
                {
                    Add(document);
                }
            },
            cancellationToken);
        foreach (var part in parts.Values.Where(part => part.Count > 0))
        {
            Add(MetricMerge.Merge(part));
        }
    }

    private void Add(MetricDocument document)
    {
        var series = document.Series;
        var metric = Metric.Of(series.Name, series.Steps, series.Values, series.NotNumbers, document.Ends) with
        {
            LeftOut = document.LeftOut,
            IsDoubtful = document.IsDoubtful,
        };
        keep(series);
        lock (_lock)
        {
            _listed.Add(metric);
            _mostPoints = Math.Max(_mostPoints, metric.Count);
        }
    }
}
