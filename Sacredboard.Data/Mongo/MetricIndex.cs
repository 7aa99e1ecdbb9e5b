using System.Text;
using MongoDB.Bson;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Mongo;

/// <summary>Which metric documents each run has, by name. Not safe for concurrent use.</summary>
internal sealed class MetricIndex
{
    private readonly Dictionary<RunId, List<Entry>> _byRun = [];
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<(string Name, int Documents)> _names = [];

    public int Count { get; private set; }

    /// <summary>By how much the server's count, which is not exact after a crash, is too high.</summary>
    public long Miscount { get; set; }

    /// <summary>Sacred's documents get their ids in the order of their making.</summary>
    public ObjectId Greatest { get; private set; }

    public long RefreshedAt { get; set; }

    public long BuiltAt { get; set; }

    public TimeSpan BuildTook { get; set; }

    /// <summary>Each with the number of its documents.</summary>
    public IEnumerable<MetricName> Names => _names.Select(name => new MetricName(name.Name, name.Documents));

    public static Document Read(ReadOnlySpan<byte> document)
    {
        var run = BsonSpanReader.TryFind(document, "run_id"u8, out var found) ? MongoRunId.Read(found) : RunId.Null;
        var name = BsonSpanReader.TryFind(document, "name"u8, out found) && found.Type == BsonType.String ? Encoding.UTF8.GetString(found.Text) : "";
        return new(run, name, BsonSpanReader.TryFind(document, "_id"u8, out var id)
            ? id.Type == BsonType.ObjectId ? new BsonObjectId(new ObjectId(id.Value.ToArray())) : BsonOddity.ToBson(id)
            : BsonNull.Value);
    }

    public void Add(IEnumerable<Document> documents)
    {
        foreach (var document in documents)
        {
            if (!_byRun.TryGetValue(document.Run, out var entries))
            {
                _byRun[document.Run] = entries = new(1);
            }

            entries.Add(new(document.Id, Number(document.Name)));
            Count++;
            Greatest = document.Id is BsonObjectId { Value: var value } && value > Greatest ? value : Greatest;
        }
    }

    public IReadOnlyList<BsonValue> Find(RunId run) =>
        _byRun.TryGetValue(run, out var entries) ? [.. entries.Select(entry => entry.Id)] : [];

    public IReadOnlyList<BsonValue> Find(IReadOnlyList<RunId> runs, string name)
    {
        var found = new List<BsonValue>(runs.Count);
        if (!_numbers.TryGetValue(name, out var number))
        {
            return found;
        }

        foreach (var run in runs)
        {
            if (_byRun.TryGetValue(run, out var entries))
            {
                found.AddRange(entries.Where(entry => entry.Name == number).Select(entry => entry.Id));
            }
        }

        return found;
    }

    private int Number(string name)
    {
        if (_numbers.TryGetValue(name, out var number))
        {
            _names[number] = (name, _names[number].Documents + 1);
            return number;
        }

        _names.Add((name, 1));
        return _numbers[name] = _names.Count - 1;
    }

    internal readonly record struct Document(RunId Run, string Name, BsonValue Id);

    private readonly record struct Entry(BsonValue Id, int Name);
}
