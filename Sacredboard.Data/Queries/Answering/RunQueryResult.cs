using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Answering;

/// <summary>The result of a <see cref="RunQuery"/>.</summary>
public sealed record RunQueryResult
{
    /// <summary>The version of the snapshot.</summary>
    public required long Version { get; init; }

    /// <summary>Number of all runs of the source.</summary>
    public required int Total { get; init; }

    /// <summary>Number of runs that match text and statuses.</summary>
    public required int Matched { get; init; }

    public required IReadOnlyList<CatalogRun> Runs { get; init; }

    /// <summary>Statistics of metrics that the filter and the order depend on; see <see cref="CatalogSnapshot.Progress"/>.</summary>
    public IReadOnlyList<RunField> Metrics { get; init; } = [];

    /// <summary>Numbers of runs that match the text, by status as shown, regardless of the status filter.</summary>
    public required IReadOnlyList<StatusCount> Statuses { get; init; }

    /// <summary>Why the text is not a query, in which case there are no runs; null when it is one.</summary>
    public QueryError? Error { get; init; }

    /// <summary>Remarks on how the query was read.</summary>
    public IReadOnlyList<QueryNote> Notes { get; init; } = [];
}

public sealed record StatusCount(string Status, int Count);
