using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Columns;

/// <summary>A field that a run of the catalog has, as a possible column.</summary>
public sealed record ListedColumn
{
    public required RunField Field { get; init; }

    /// <summary>Number of runs with a value there or below.</summary>
    public required int Runs { get; init; }

    /// <summary>The value of one of these runs, decoded and not masked; null when all have an object there.</summary>
    public SacredValue? Example { get; init; }

    /// <summary>True when fields below it are listed, after it.</summary>
    public required bool HasChildren { get; init; }
}
