using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Answering;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>Runs put together into groups, and what of the groups is asked for.</summary>
public sealed record GroupQuery
{
    /// <summary>Which runs; its order and range do not matter.</summary>
    public required RunQuery Runs { get; init; }

    public required RunGrouping Grouping { get; init; }

    /// <summary>The fields to be summed up in each group.</summary>
    public IReadOnlyList<RunField> Columns { get; init; } = [];

    /// <summary>Most important first; empty for the largest groups first. Equal ones come in the order of their newest runs.</summary>
    public IReadOnlyList<GroupSort> Sort { get; init; } = [];

    /// <summary>Groups to leave out.</summary>
    public int Skip { get; init; }

    /// <summary>Groups to give at most.</summary>
    public int Take { get; init; } = 50;
}
