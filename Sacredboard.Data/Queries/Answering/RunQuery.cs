using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Answering;

/// <summary>What of a source's runs is asked for. The same meaning for all backends: it is answered from the catalog.</summary>
public sealed record RunQuery
{
    /// <summary>Words that must all be found in a run's id, experiment, command, host, comment, notes, tags, status or config; "" for all runs.</summary>
    public string Text { get; init; } = "";

    /// <summary>Status words as shown (DEAD included), upper or lower case as stored; empty for all.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Most important first; empty for newest first. What lacks the value comes last either way.</summary>
    public IReadOnlyList<RunSort> Sort { get; init; } = [];

    public int Skip { get; init; }

    public int Take { get; init; } = 50;
}
