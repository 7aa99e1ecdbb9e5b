using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Answering;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>A query of groups of runs.</summary>
public sealed record GroupQuery
{
    /// <summary>Selects the runs; its order and range are ignored.</summary>
    public required RunQuery Runs { get; init; }

    public required RunGrouping Grouping { get; init; }

    /// <summary>The fields to sum up in each group.</summary>
    public IReadOnlyList<RunField> Columns { get; init; } = [];

    /// <summary>Most important level first; empty for the largest first. Equal groups are in the order of their newest runs.</summary>
    public IReadOnlyList<GroupSort> Sort { get; init; } = [];

    /// <summary>Number of groups to skip.</summary>
    public int Skip { get; init; }

    /// <summary>Maximum number of groups.</summary>
    public int Take { get; init; } = 50;
}
