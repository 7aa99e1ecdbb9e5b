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
    /// <summary>Identifies the file within its run: kind and index in the run's list, such as <c>artifact-0</c>. Never a path.</summary>
    public required string Id { get; init; }

    public required RunFileKind Kind { get; init; }

    /// <summary>The stored name: untrusted text, possibly a path. For display only.</summary>
    public required string Name { get; init; }

    /// <summary>Size in bytes; null when unknown.</summary>
    public long? Size { get; init; }

    /// <summary>When the content was stored (UTC): uploaded to a database, or last written as a file; null when unknown.</summary>
    public DateTime? Stored { get; init; }

    /// <summary>Lower-case hex; null when none is stored.</summary>
    public string? Md5 { get; init; }

    /// <summary>The stored content type, else one guessed from the name; untrusted text.</summary>
    public string? ContentType { get; init; }

    /// <summary>False when the content cannot be read; <see cref="Problem"/> then says why.</summary>
    public required bool Available { get; init; }

    public string? Problem { get; init; }
}

/// <summary>An opened file. The stream is seekable; the caller disposes it.</summary>
public sealed record RunFileContent(RunFile File, Stream Content, DateTimeOffset? LastModified) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
