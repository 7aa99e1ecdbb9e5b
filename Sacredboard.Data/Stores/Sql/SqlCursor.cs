using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Sql;

/// <summary>Position in the changes. Mutable, because only the one loop that reads changes holds it.</summary>
internal sealed record SqlCursor : RunCursor
{
    /// <summary>The change stamp of each run when it was last read, see <see cref="SqlRunStamps"/>.</summary>
    public Dictionary<RunId, int> Stamps { get; } = [];

    /// <summary>The greatest number of a run so far; new runs have greater ones.</summary>
    public long Greatest { get; set; } = -long.MaxValue;

    /// <summary>Number of rows.</summary>
    public long Count { get; set; }

    /// <summary>When the rows were last counted, and how long that took.</summary>
    public DateTimeOffset CountedAt { get; set; }

    public TimeSpan CountTook { get; set; }

    /// <summary>When the stamps of all runs were last read.</summary>
    public DateTimeOffset StampedAt { get; set; }

    /// <summary>When all ids were last read, and how long that took.</summary>
    public DateTimeOffset SweptAt { get; set; }

    public TimeSpan SweepTook { get; set; }

    /// <summary>Number of calls so far.</summary>
    public int Calls { get; set; }
}
