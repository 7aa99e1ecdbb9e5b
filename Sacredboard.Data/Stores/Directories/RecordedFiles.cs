namespace Sacredboard.Data.Stores.Directories;

/// <summary>Where files that runs name by an absolute path may be opened. Nothing outside <see cref="Roots"/> ever is.</summary>
public sealed record RecordedFileOptions
{
    /// <summary>Absolute directories on this machine.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>Directories that have another path here. The longest match applies.</summary>
    public IReadOnlyList<PathMapping> PathMappings { get; init; } = [];
}

/// <summary>Opens files by the paths that runs recorded, which are untrusted.</summary>
internal sealed class RecordedFiles(RecordedFileOptions options)
{
    /// <summary>Opens the file for reading, while others may write to it.</summary>
    /// <param name="recorded">The path as recorded.</param>
    /// <param name="stream">The file, to be closed by the caller; null when it may not or cannot be opened.</param>
    /// <returns>Why it is not opened, in one sentence that tells nothing of what lies outside the roots; null when it is.</returns>
    public string? TryOpen(string recorded, out FileStream? stream)
    {
        stream = null;
        if (options.Roots.Count == 0)
        {
            return "No directory may be opened for it.";
        }

        var path = PathMapping.Apply(options.PathMappings, recorded) ?? recorded;
        if (path.Contains('\0') || !Path.IsPathFullyQualified(path))
        {
            return "This is not an absolute path.";
        }

        if (StorageRoot.RealPath(path) is not { } real || !IsAllowed(real))
        {
            return "It is outside of the directories that may be opened.";
        }

        try
        {
            // A pipe would wait for its writer without end.
            if (!FileState.Of(real).IsFile)
            {
                return "There is no such file on this machine.";
            }

            stream = new FileStream(CheckedFile.Open(real, IsAllowed), FileAccess.Read, bufferSize: 1);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return StoredFile.WhyNot(exception);
        }
    }

    private bool IsAllowed(string real) =>
        options.Roots.Any(root => StorageRoot.RealPath(root) is { } directory && StorageRoot.IsInside(real, directory));
}
