namespace Sacredboard.Data.Stores.Logs;

/// <summary>The content of one run's TensorBoard logs besides scalars, at one moment.</summary>
public sealed record RunLogs
{
    /// <summary>Pictures, texts and histograms, ordered by name.</summary>
    public IReadOnlyList<LoggedMedia> Media { get; init; } = [];

    /// <summary>One sentence for each problem, with the name of the file.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <summary>All pictures, texts or histograms of one tag in one directory.</summary>
public sealed record LoggedMedia
{
    /// <summary>Unique among the run's media of this kind; built like the names of scalars.</summary>
    public required string Name { get; init; }

    public required MediaKind Kind { get; init; }

    /// <summary>In the order in which they were logged.</summary>
    public required IReadOnlyList<MediaLocation> Locations { get; init; }

    /// <summary>The paths that <see cref="MediaLocation.File"/> indexes.</summary>
    internal IReadOnlyList<string> Files { get; init; } = [];
}
