using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Totals;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>The answer to a <see cref="GroupQuery"/>.</summary>
public sealed record GroupQueryResult
{
    /// <summary>Of the snapshot it was taken from.</summary>
    public required long Version { get; init; }

    /// <summary>All groups, not only those asked for.</summary>
    public required int GroupCount { get; init; }

    /// <summary>The query's range of them, sorted.</summary>
    public required IReadOnlyList<RunGroup> Groups { get; init; }

    /// <summary>The answer that the groups are made of; without runs.</summary>
    public required RunQueryResult Runs { get; init; }
}

/// <summary>Runs that have the same in everything they are grouped by; at least one.</summary>
public sealed record RunGroup
{
    /// <summary>Tells it apart from the other groups of the same answer.</summary>
    public required int Number { get; init; }

    public required int Count { get; init; }

    public required CatalogRun Newest { get; init; }

    /// <summary>The first of them. Its id names the group, also when newer runs come to it.</summary>
    public required CatalogRun Oldest { get; init; }

    /// <summary>As shown; most frequent first.</summary>
    public required IReadOnlyList<StatusCount> Statuses { get; init; }

    /// <summary>One for each of the query's columns.</summary>
    public required IReadOnlyList<GroupValue> Values { get; init; }
}

/// <summary>One field in the runs of a group.</summary>
/// <param name="IsUniform">All runs have the same value, or none has one.</param>
public sealed record GroupValue(NumberTotal Numbers, bool IsUniform);
