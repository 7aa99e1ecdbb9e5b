using System.Runtime.InteropServices;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>Position in the changes. Mutable, because only the one loop that reads changes holds it.</summary>
internal sealed record MongoCursor : RunCursor
{
    // Of each run the change stamp when it was last read, see MongoRunStamps, and the sweep in which it was last seen.
    private readonly Dictionary<RunId, (int Stamp, int Sweep)> _runs = [];

    private int _sweep;

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

    /// <summary>All runs are looked at from now on.</summary>
    public void BeginSweep() => _sweep++;

    /// <summary>True for a run that was kept since the last sweep began.</summary>
    public bool IsSeen(RunId id) => _runs.TryGetValue(id, out var known) && known.Sweep == _sweep;

    /// <summary>True when the stamp is another than the one that was kept.</summary>
    public bool IsChanged(MongoRunStamp stamp) =>
        stamp.Value is { } value && !(_runs.TryGetValue(stamp.Id, out var known) && known.Stamp == value);

    public void Keep(MongoRunStamp stamp)
    {
        NoteId(stamp.Id);
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_runs, stamp.Id, out _);
        known = (stamp.Value ?? known.Stamp, _sweep);
    }

    public void Forget(RunId id) => _runs.Remove(id);

    private void NoteId(RunId id)
    {
        if (!Greatest.TryGetValue(id.Kind, out var greatest) || id.CompareTo(greatest) > 0)
        {
            Greatest[id.Kind] = id;
        }
    }
}
