using System.Runtime.InteropServices;
using MongoDB.Bson;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>The metric documents of each run, by name. Not thread-safe.</summary>
internal sealed class MetricIndex
{
    private const int None = -1;

    // There may be millions of documents: each takes 20 bytes, and each run that has any about 40.
    private readonly Dictionary<RunId, int> _latest = [];
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<int, BsonValue> _otherIds = [];
    private readonly Dictionary<string, int> _nameNumbers = [];
    private readonly List<(string Name, int Documents)> _names = [];

    public int Count => _entries.Count;

    /// <summary>How much the server's count exceeds the number of documents; after a crash it is inexact.</summary>
    public long CountError { get; set; }

    /// <summary>The greatest ObjectId: Sacred's documents get ascending ids.</summary>
    public ObjectId Greatest { get; private set; }

    public long RefreshedAt { get; set; }

    public long BuiltAt { get; set; }

    public TimeSpan BuildTook { get; set; }

    /// <summary>Each metric name with the number of its documents.</summary>
    public IEnumerable<MetricName> Names => _names.Select(name => new MetricName(name.Name, name.Documents));

    public static Document Read(ReadOnlySpan<byte> document) => new(
        MetricShape.ReadRun(document),
        MetricShape.ReadName(document),
        BsonSpanReader.TryFind(document, "_id"u8, out var id)
            ? id.Type == BsonType.ObjectId ? new BsonObjectId(new ObjectId(id.Value.ToArray())) : BsonTypedValue.ToBson(id)
            : BsonNull.Value);

    public void Add(IEnumerable<Document> documents)
    {
        foreach (var document in documents)
        {
            var id = document.Id as BsonObjectId;
            if (id is null)
            {
                _otherIds[_entries.Count] = document.Id;
            }

            _entries.Add(new(id?.Value ?? default, Number(document.Name), document.Run is { } run ? Follow(run) : None));
            Greatest = id?.Value > Greatest ? id.Value : Greatest;
        }
    }

    /// <summary>All documents of a run, the latest first.</summary>
    public IReadOnlyList<Document> Find(RunId run)
    {
        var found = new List<Document>();
        for (var i = _latest.GetValueOrDefault(run, None); i != None; i = _entries[i].Previous)
        {
            found.Add(new(run, _names[_entries[i].Name].Name, IdAt(i)));
        }

        return found;
    }

    public IReadOnlyList<BsonValue> Find(IReadOnlyList<RunId> runs, string name)
    {
        var found = new List<BsonValue>(runs.Count);
        if (!_nameNumbers.TryGetValue(name, out var number))
        {
            return found;
        }

        foreach (var run in runs)
        {
            for (var i = _latest.GetValueOrDefault(run, None); i != None; i = _entries[i].Previous)
            {
                if (_entries[i].Name == number)
                {
                    found.Add(IdAt(i));
                }
            }
        }

        return found;
    }

    // Makes the next entry the latest of the run, and returns the one before.
    private int Follow(RunId run)
    {
        ref var latest = ref CollectionsMarshal.GetValueRefOrAddDefault(_latest, run, out var hasOthers);
        var before = hasOthers ? latest : None;
        latest = _entries.Count;
        return before;
    }

    private BsonValue IdAt(int entry) => _otherIds.TryGetValue(entry, out var other) ? other : new BsonObjectId(_entries[entry].Id);

    private int Number(string name)
    {
        if (_nameNumbers.TryGetValue(name, out var number))
        {
            _names[number] = (name, _names[number].Documents + 1);
            return number;
        }

        _names.Add((name, 1));
        return _nameNumbers[name] = _names.Count - 1;
    }

    /// <param name="Run">Null when the document names none.</param>
    internal readonly record struct Document(RunId? Run, string Name, BsonValue Id);

    /// <param name="Id">Default when the id is in _otherIds.</param>
    /// <param name="Name">Index in _names.</param>
    /// <param name="Previous">Index of another entry of the run, or None.</param>
    private readonly record struct Entry(ObjectId Id, int Name, int Previous);
}
