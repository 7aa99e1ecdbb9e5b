using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// What was last read of each run for the catalog, as a hash of all that the table needs of it: tells whether the run was edited since.
/// </summary>
/// <param name="collection">The collection of the runs.</param>
internal sealed class MongoRunMarks(string collection)
{
    // With a lock instead of a concurrent dictionary, which takes an object for each of a million runs.
    private readonly Lock _lock = new();
    private readonly Dictionary<RunId, int> _marks = [];

    /// <summary>Reads a summary and notes what it was read from.</summary>
    public RunSummary Read(ReadOnlySpan<byte> document)
    {
        var summary = SummaryProjection.Read(document, collection);
        lock (_lock)
        {
            _marks[summary.Id] = Hash(document);
        }

        return summary;
    }

    /// <summary>The same for a run that differs from what was noted; null for one that does not, which is not decoded.</summary>
    public RunSummary? ReadIfEdited(ReadOnlySpan<byte> document) =>
        MongoRunId.Of(document) is { } id && MarkOf(id) == Hash(document) ? null : Read(document);

    public void Forget(RunId id)
    {
        lock (_lock)
        {
            _marks.Remove(id);
        }
    }

    private int? MarkOf(RunId id)
    {
        lock (_lock)
        {
            return _marks.TryGetValue(id, out var mark) ? mark : null;
        }
    }

    private static int Hash(ReadOnlySpan<byte> document)
    {
        var hash = new HashCode();
        hash.AddBytes(document);
        return hash.ToHashCode();
    }
}
