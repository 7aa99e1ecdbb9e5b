namespace Sacredboard.Data.Stores.Logs;

/// <summary>What the TensorBoard logs of one run hold besides scalars, at one moment.</summary>
public sealed record RunLogs
{
    /// <summary>Pictures, texts and histograms, by name.</summary>
    public IReadOnlyList<LoggedSummary> Summaries { get; init; } = [];

    /// <summary>What could not be read, one sentence each, with the file that it is about.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <summary>All pictures, texts or histograms of one tag in one directory.</summary>
public sealed record LoggedSummary
{
    /// <summary>Unique among those of its kind in the run; made like the names of scalars.</summary>
    public required string Name { get; init; }

    public required SummaryKind Kind { get; init; }

    /// <summary>In the order in which they were written.</summary>
    public required IReadOnlyList<SummaryPlace> Places { get; init; }

    /// <summary>The paths of the files that <see cref="SummaryPlace.File"/> counts.</summary>
    internal IReadOnlyList<string> Files { get; init; } = [];
}
