using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>Where the reading of changes stands. Held by the one loop that reads them, so it may change in place.</summary>
internal sealed record MongoCursor : RunCursor
{
    /// <summary>What each run looked like when it was last read, as <see cref="MongoRunStamps"/> tells.</summary>
    public Dictionary<RunId, int> Stamps { get; } = [];

    /// <summary>The greatest id of each kind, above which new ones come.</summary>
    public Dictionary<RunIdKind, RunId> Greatest { get; } = [];

    /// <summary>Documents in the collection, by the server's count.</summary>
    public long Count { get; set; }

    /// <summary>When all ids were last read, null when never, and how long that took.</summary>
    public DateTimeOffset? SweptAt { get; set; }

    public DateTimeOffset? StampedAt { get; set; }

    public TimeSpan SweepTook { get; set; }

    /// <summary>Counts the calls.</summary>
    public int Calls { get; set; }

    public void NoteId(RunId id)
    {
        if (!Greatest.TryGetValue(id.Kind, out var greatest) || id.CompareTo(greatest) > 0)
        {
            Greatest[id.Kind] = id;
        }
    }
}
