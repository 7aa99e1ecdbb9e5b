using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Columns;

/// <summary>A field that some run of the catalog has, and that could be a column.</summary>
public sealed record ListedColumn
{
    public required RunField Field { get; init; }

    /// <summary>How many runs have a value there, or something below it.</summary>
    public required int Runs { get; init; }

    /// <summary>The value of one of these runs, decoded and not masked; null where all have an object there.</summary>
    public SacredValue? Example { get; init; }

    /// <summary>Something lies below it: it is listed before that.</summary>
    public required bool HasChildren { get; init; }
}
