using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>Maps recorded paths to this machine, and checks whether a path lies in a directory.</summary>
internal static class LogPaths
{
    /// <summary>
    /// The paths to try, in order. An absolute path is the only one; a relative one was relative to where the training was started,
    /// which is not recorded: each root is tried, then the experiment's base directory.
    /// </summary>
    public static IEnumerable<string> Candidates(string recorded, string? baseDirectory, LogDirectoryOptions options)
    {
        if (PathMapping.Apply(options.PathMappings, recorded) is { } mapped)
        {
            return [mapped];
        }

        if (Path.IsPathFullyQualified(recorded))
        {
            return [recorded];
        }

        var bases = baseDirectory is null || baseDirectory.Contains('\0') ? options.Roots
            : [.. options.Roots, PathMapping.Apply(options.PathMappings, baseDirectory) ?? baseDirectory];
        return bases.Where(Path.IsPathFullyQualified).Select(directory => Path.Combine(directory, recorded));
    }

    /// <param name="real">A real path, without links.</param>
    /// <param name="root">A configured directory, which may contain links.</param>
    public static bool IsInside(string real, string root)
    {
        if (StorageRoot.RealPath(root) is not { } directory)
        {
            return false;
        }

        return IsBelow(real, directory);
    }

    /// <summary>Whether a real path is another one, or below it.</summary>
    public static bool IsBelow(string real, string directory)
    {
        directory = Path.TrimEndingDirectorySeparator(directory);
        return real.StartsWith(directory, StringComparison.Ordinal)
            && (real.Length == directory.Length
                || Path.EndsInDirectorySeparator(directory)
                || real[directory.Length] == Path.DirectorySeparatorChar);
    }

    public static bool CanList(string directory)
    {
        try
        {
            using var entries = Directory.EnumerateFileSystemEntries(directory).GetEnumerator();
            _ = entries.MoveNext();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
