using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Answering;

/// <summary>A query of the runs of a source. It means the same for all backends, because the catalog answers it.</summary>
public sealed record RunQuery
{
    /// <summary>Text in the query language; "" for all runs.</summary>
    public string Text { get; init; } = "";

    /// <summary>What its days and times are meant in, if they do not name a zone.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Status words as shown (DEAD included), in any case; empty for all.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Most important level first; empty for newest first. Runs without the value come last in both directions.</summary>
    public IReadOnlyList<RunSort> Sort { get; init; } = [];

    public int Skip { get; init; }

    public int Take { get; init; } = 50;
}
