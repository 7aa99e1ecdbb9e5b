using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Answering;

/// <summary>The answer to a <see cref="RunQuery"/>.</summary>
public sealed record RunQueryResult
{
    /// <summary>Of the snapshot it was taken from.</summary>
    public required long Version { get; init; }

    /// <summary>All runs of the source.</summary>
    public required int Total { get; init; }

    /// <summary>Runs that match text and statuses.</summary>
    public required int Matched { get; init; }

    public required IReadOnlyList<CatalogRun> Runs { get; init; }

    /// <summary>Statistics of metrics that the filter and the order depend on; see <see cref="CatalogSnapshot.Progress"/>.</summary>
    public IReadOnlyList<RunField> Metrics { get; init; } = [];

    /// <summary>How many runs match the text, by status word as shown; the status filter itself left out of account.</summary>
    public required IReadOnlyList<StatusCount> Statuses { get; init; }

    /// <summary>Why the text is no query; then there are no runs. Null when it is one.</summary>
    public QueryError? Error { get; init; }

    /// <summary>How the query was understood, where that may surprise.</summary>
    public IReadOnlyList<QueryNote> Notes { get; init; } = [];
}

public sealed record StatusCount(string Status, int Count);
