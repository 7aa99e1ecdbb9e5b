namespace Sacredboard.Data.Runs;

public enum RunFileKind
{
    Artifact,
    Source,
    Resource,
}

/// <summary>One file that a run lists.</summary>
public sealed record RunFile
{
    /// <summary>Names the file within its run: kind and place in the run's list, such as <c>artifact-0</c>. Never a path.</summary>
    public required string Id { get; init; }

    public required RunFileKind Kind { get; init; }

    /// <summary>As the run names it: hostile text, possibly a path. For show only.</summary>
    public required string Name { get; init; }

    /// <summary>In bytes; null when unknown.</summary>
    public long? Size { get; init; }

    /// <summary>Hex, lower case; null when the backend stored none.</summary>
    public string? Md5 { get; init; }

    /// <summary>The stored content type, else one guessed from the name; hostile text.</summary>
    public string? ContentType { get; init; }

    /// <summary>False when the content is not to be had; then <see cref="Problem"/> says why.</summary>
    public required bool Available { get; init; }

    public string? Problem { get; init; }
}

/// <summary>An opened file. The stream can seek; who got it disposes it.</summary>
public sealed record RunFileContent(RunFile File, Stream Content, DateTimeOffset? LastModified) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
