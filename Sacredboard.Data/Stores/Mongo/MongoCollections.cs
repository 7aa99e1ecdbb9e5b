using System.Collections.Concurrent;
using MongoDB.Bson;
using MongoDB.Driver;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Finds the collections of a database that hold runs, by what is in them: Sacred allows any name, and SEML makes one collection for each
/// project. Of each collection a few documents are looked at, the oldest and the newest.
/// </summary>
/// <param name="reader">Reads the database.</param>
/// <param name="time">The clock.</param>
internal sealed class MongoCollections(MongoReader reader, TimeProvider time)
{
    private const int LookedAt = 4;
    private const int MaxNew = 500;
    private const int MaxAgain = 20;
    private const int AtOnce = 4;

    /// <summary>A collection that is not one of runs is looked at again after so long; an empty one each time.</summary>
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMinutes(5);

    private static readonly ListCollectionNamesOptions Listed = new()
    {
        // A view may be any amount of work. Without the right to list all, those are listed that may be read.
        Filter = new BsonDocument("type", "collection"),
        AuthorizedCollections = true,
    };

    private static readonly BsonDocument Types = new("$project", new BsonDocument(
        new[] { "status", "experiment", "experiment_info", "seml", "config", "start_time" }
            .Select(field => new BsonElement(field, new BsonDocument("$type", "$" + field)))));

    private readonly SemaphoreSlim _gate = new(1);
    private readonly ConcurrentDictionary<string, Looked> _looked = new(StringComparer.Ordinal);

    /// <summary>The names of the collections of runs, sorted.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var names = (await NamesAsync(cancellationToken)).Where(MayHoldRuns).ToHashSet(StringComparer.Ordinal);
            foreach (var gone in _looked.Keys.Where(name => !names.Contains(name)))
            {
                _looked.TryRemove(gone, out _);
            }

            var looking = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(Due(names), looking, async (name, cancelled) => _looked[name] = await LookAsync(name, cancelled));
            return [.. _looked.Where(known => known.Value.HasRuns).Select(known => known.Key).Order(StringComparer.Ordinal)];
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Whether runs of SEML were seen in a collection when it was last looked at.</summary>
    public bool HasRunsOfSeml(string name) => _looked.TryGetValue(name, out var looked) && looked.IsOfSeml;

    /// <summary>Whether a document with members of these types is a run of Sacred or SEML of any version.</summary>
    internal static bool IsRun(SacredObject types)
    {
        return Is("status", "string")
            && (Is("experiment", "object") || Is("seml", "object") || Is("experiment_info", "object")
                || (Is("config", "object") && Is("start_time", "date")));

        bool Is(string member, string type) => types[member] is SacredText found && found.Value == type;
    }

    private static bool IsOfSeml(SacredObject types) => types["seml"] is SacredText { Value: "object" };

    private static bool MayHoldRuns(string name) =>
        name is not "metrics"
        && !name.EndsWith("_metrics", StringComparison.Ordinal)
        && !name.EndsWith(".files", StringComparison.Ordinal)
        && !name.EndsWith(".chunks", StringComparison.Ordinal)
        && !name.StartsWith("system.", StringComparison.Ordinal)
        && !name.StartsWith("omniboard.", StringComparison.Ordinal);

    private IReadOnlyList<string> Due(IReadOnlyCollection<string> names)
    {
        var now = time.GetUtcNow();
        var again = _looked.Where(known =>
            !known.Value.HasRuns && now - known.Value.At >= (known.Value.IsEmpty ? TimeSpan.Zero : AgainAfter));
        return
        [
            .. names.Where(name => !_looked.ContainsKey(name)).Take(MaxNew),
            .. again.OrderBy(known => known.Value.At).Take(MaxAgain).Select(known => known.Key),
        ];
    }

    private async Task<Looked> LookAsync(string name, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        try
        {
            var newest = await SampleAsync(name, -1, cancellationToken);
            var looked = newest.Count < LookedAt ? newest : [.. newest, .. await SampleAsync(name, 1, cancellationToken)];
            return new(now, looked.Exists(IsRun), newest.Count == 0) { IsOfSeml = looked.Exists(IsOfSeml) };
        }
        catch (RunStoreException exception) when (exception.Problem is RunStoreProblem.Refused or RunStoreProblem.Unreadable)
        {
            // One collection that this user may not read does not hide the others.
            return new(now, HasRuns: false, IsEmpty: false);
        }
    }

    private Task<List<SacredObject>> SampleAsync(string name, int order, CancellationToken cancellationToken) => reader.ReadListAsync(
        name,
        [new("$sort", new BsonDocument("_id", order)), new("$limit", LookedAt), Types],
        BsonTree.ReadObject,
        cancellationToken);

    private Task<List<string>> NamesAsync(CancellationToken cancellationToken) => reader.GuardAsync(
        async () =>
        {
            using var names = await reader.Database.ListCollectionNamesAsync(Listed, cancellationToken);
            return await names.ToListAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>What was seen in a collection.</summary>
    private sealed record Looked(DateTimeOffset At, bool HasRuns, bool IsEmpty)
    {
        public bool IsOfSeml { get; init; }
    }
}
