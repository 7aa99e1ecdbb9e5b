using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>Position in the changes. Mutable, because only the one loop that reads changes holds it.</summary>
internal sealed record MongoCursor : RunCursor
{
    /// <summary>The change stamp of each run when it was last read, see <see cref="MongoRunStamps"/>.</summary>
    public Dictionary<RunId, int> Stamps { get; } = [];

    /// <summary>The greatest known id of each kind; new runs have greater ones.</summary>
    public Dictionary<RunIdKind, RunId> Greatest { get; } = [];

    /// <summary>Number of documents, by the server's count.</summary>
    public long Count { get; set; }

    /// <summary>When all ids were last read; null for never.</summary>
    public DateTimeOffset? SweptAt { get; set; }

    /// <summary>When the change stamps of all runs were last read; null for never.</summary>
    public DateTimeOffset? StampedAt { get; set; }

    /// <summary>How long the last reading of all ids took.</summary>
    public TimeSpan SweepTook { get; set; }

    /// <summary>Number of calls so far.</summary>
    public int Calls { get; set; }

    public void NoteId(RunId id)
    {
        if (!Greatest.TryGetValue(id.Kind, out var greatest) || id.CompareTo(greatest) > 0)
        {
            Greatest[id.Kind] = id;
        }
    }
}
