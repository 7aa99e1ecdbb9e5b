using System.Runtime.CompilerServices;
using System.Text;
using MongoDB.Bson;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Lets the server compute the statistics of a metric. Where <see cref="MetricLocator"/> knows the documents, they are requested by
/// id, those of the first runs first; otherwise the whole collection is scanned once, newest documents first, because no index helps.
/// </summary>
internal sealed class MongoMetricStatistics(MongoReader reader, MetricLocator locator, RunAttempts attempts)
{
    private const int BatchSize = 2000;

    /// <summary>The first batch is small, because a page waits for it.</summary>
    private const int FirstBatchSize = 200;

    /// <summary>Up to this many runs the server searches for their documents; for more, all documents are scanned here.</summary>
    private const int MaxSearchedRuns = 100;

    public async IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadAsync(
        MetricStatisticsRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!StoredText.IsUnicode(request.Name))
        {
            yield return [.. request.Runs.Select(run => new RunMetricStatistics(run, null))];
            yield break;
        }

        var limited = await attempts.FindAsync(request.Runs, cancellationToken);
        var own = new MetricStatisticsOfAttempts(reader, locator, limited);
        foreach (var runs in request.Runs.Where(limited.ContainsKey).Chunk(MetricStatisticsOfAttempts.RunsAtOnce))
        {
            yield return await own.ReadAsync(request, runs, cancellationToken);
        }

        request = request with { Runs = [.. request.Runs.Where(run => !limited.ContainsKey(run))] };
        var search = new Search(request);
        var done = 0;
        var lookup = await locator.PrepareAsync(cancellationToken);
        while (done < request.Runs.Count)
        {
            var runs = request.Runs.Skip(done).Take(done == 0 ? FirstBatchSize : BatchSize).ToList();
            var ids = lookup == MetricLookup.ByIndex ? null : await locator.FindAsync(runs, request.Name, cancellationToken);
            var filter = ids is not null ? Search.ByIds(ids)
                : lookup == MetricLookup.ByIndex || request.Runs.Count - done <= MaxSearchedRuns
                    ? search.ByName(await locator.SearchAsync(field => Search.ByRuns(field, runs), cancellationToken))
                : null;
            if (filter is null)
            {
                break;
            }

            var parts = await reader.ReadListAsync(reader.Place.Metrics, search.Stages(filter), search.Read, cancellationToken);
            yield return Results(runs, Merged(parts, runs.ToHashSet()));
            done += runs.Count;
        }

        if (done < request.Runs.Count)
        {
            await foreach (var batch in ReadAllAsync(search, [.. request.Runs.Skip(done)], cancellationToken))
            {
                yield return batch;
            }
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadAllAsync(
        Search search, List<RunId> runs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = runs.ToHashSet();
        var found = new Dictionary<RunId, MetricPart>();
        BsonDocument[] stages = [new("$sort", new BsonDocument("_id", -1)), .. search.Stages(search.ByName())];
        await foreach (var parts in reader.ReadBatchesAsync(reader.Place.Metrics, stages, search.Read, BatchSize, cancellationToken))
        {
            var changed = Merged(parts, wanted, found).ToList();
            yield return Results(changed, found);
        }

        yield return [.. runs.Where(run => !found.ContainsKey(run)).Select(run => new RunMetricStatistics(run, null))];
    }

    private static Dictionary<RunId, MetricPart> Merged(IReadOnlyList<MetricPart> parts, HashSet<RunId> wanted)
    {
        var found = new Dictionary<RunId, MetricPart>(parts.Count);
        Merged(parts, wanted, found);
        return found;
    }

    /// <summary>Adds parts to those found so far; returns the runs they belong to.</summary>
    private static HashSet<RunId> Merged(IReadOnlyList<MetricPart> parts, HashSet<RunId> wanted, Dictionary<RunId, MetricPart> found)
    {
        var changed = new HashSet<RunId>();
        foreach (var part in parts)
        {
            // The server also matches an id or a name inside a list.
            if (part.IsNamed && wanted.Contains(part.Run))
            {
                found[part.Run] = found.TryGetValue(part.Run, out var other) ? MetricPart.Merge(other, part) : part;
                changed.Add(part.Run);
            }
        }

        return changed;
    }

    private static List<RunMetricStatistics> Results(IEnumerable<RunId> runs, Dictionary<RunId, MetricPart> found) =>
        [.. runs.Select(run => new RunMetricStatistics(run, found.TryGetValue(run, out var part) ? part.Statistics : null))];

    /// <summary>The server's queries for one request.</summary>
    private sealed class Search(MetricStatisticsRequest request)
    {
        private readonly byte[] _name = Encoding.UTF8.GetBytes(request.Name);

        public MetricPart Read(ReadOnlySpan<byte> document) => MetricPart.Read(document, _name);

        public IReadOnlyList<BsonDocument> Stages(BsonDocument filter) => MetricStatisticsStages.For(filter, request.Step);

        public static BsonDocument ByIds(IEnumerable<BsonValue> ids) => new("_id", new BsonDocument("$in", new BsonArray(ids)));

        public BsonDocument ByName(BsonDocument other) => new("$and", new BsonArray { ByName(), other });

        // A name that is missing or not text counts as the empty name.
        public BsonDocument ByName() => request.Name.Length > 0
            ? new("name", new BsonDocument("$eq", request.Name))
            : new(
                "$or",
                new BsonArray { new BsonDocument("name", ""),
                    new BsonDocument("name", new BsonDocument("$not", new BsonDocument("$type", (int)BsonType.String))) });

        public static BsonDocument ByRuns(string field, IEnumerable<RunId> runs) =>
            new(field, new BsonDocument("$in", new BsonArray(runs.Select(MongoRunId.ToBson).Where(id => id is not null))));
    }
}
