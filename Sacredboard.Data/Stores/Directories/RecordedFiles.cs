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
    /// <summary>Where the system says what an opened file really is; only on Linux.</summary>
    private const string Handles = "/proc/self/fd";

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

        if (!IsAllowed(StorageRoot.RealPath(path)))
        {
            return "It is outside of the directories that may be opened.";
        }

        try
        {
            // A pipe would wait for its writer without end.
            if (!FileState.Of(path).IsFile)
            {
                return "There is no such file on this machine.";
            }

            stream = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.Asynchronous);
            if (IsAllowed(RealPath(stream, path)))
            {
                return null;
            }

            // A link was put there after it was looked at.
            stream.Dispose();
            stream = null;
            return "It is outside of the directories that may be opened.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return StoredFile.WhyNot(exception);
        }
    }

    private bool IsAllowed(string? real) =>
        real is not null && options.Roots.Any(root => StorageRoot.RealPath(root) is { } directory && StorageRoot.IsInside(real, directory));

    private static string? RealPath(FileStream stream, string path) =>
        Directory.Exists(Handles)
            ? new FileInfo(FormattableString.Invariant($"{Handles}/{stream.SafeFileHandle.DangerousGetHandle()}")).LinkTarget
            : StorageRoot.RealPath(path);
}
