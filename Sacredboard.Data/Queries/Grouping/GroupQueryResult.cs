using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Totals;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>The result of a <see cref="GroupQuery"/>.</summary>
public sealed record GroupQueryResult
{
    /// <summary>The version of the snapshot.</summary>
    public required long Version { get; init; }

    /// <summary>Number of all groups, not only of those in the range.</summary>
    public required int GroupCount { get; init; }

    /// <summary>The groups in the range of the query, sorted.</summary>
    public required IReadOnlyList<RunGroup> Groups { get; init; }

    /// <summary>The result for the runs in all groups, without the runs.</summary>
    public required RunQueryResult Runs { get; init; }
}

/// <summary>One or more runs with the same values of the fields they are grouped by.</summary>
public sealed record RunGroup
{
    /// <summary>Unique among the groups of the result.</summary>
    public required int Number { get; init; }

    public required int Count { get; init; }

    public required CatalogRun Newest { get; init; }

    /// <summary>The first of its runs. Its id names the group, even when newer runs are added.</summary>
    public required CatalogRun Oldest { get; init; }

    /// <summary>Numbers of runs by status as shown; most frequent first.</summary>
    public required IReadOnlyList<StatusCount> Statuses { get; init; }

    /// <summary>One for each of the query's columns.</summary>
    public required IReadOnlyList<GroupValue> Values { get; init; }
}

/// <summary>One field in the runs of a group.</summary>
/// <param name="IsUniform">True when all runs have the same value or none has one.</param>
public sealed record GroupValue(NumberTotal Numbers, bool IsUniform)
{
    /// <summary>The latest of the times of a field of times; null when no run has one, and for other fields.</summary>
    public DateTime? Latest { get; init; }

    /// <summary>
    /// Of the lowest, highest or mean value of a metric: number of runs with points that it leaves out, see <see cref="RunField.LeftOut"/>.
    /// </summary>
    public int PartlyFinite { get; init; }
}
