using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>Maps recorded paths to this machine, and checks whether a path lies in a directory.</summary>
internal static class LogPaths
{
    /// <summary>
    /// The paths to try, in order. An absolute path is the only one; a relative one was relative to where the training was started,
    /// which is not recorded: each root is tried, then the experiment's base directory.
    /// </summary>
    /// <param name="recorded">The path as the run recorded it.</param>
    /// <param name="run">Its folder, and each above it, are tried before their root.</param>
    /// <param name="options">The roots and mappings.</param>
    public static IEnumerable<string> Candidates(string recorded, RunSummary run, LogDirectoryOptions options)
    {
        if (PathMapping.Apply(options.PathMappings, recorded) is { } mapped)
        {
            return [mapped];
        }

        if (Path.IsPathFullyQualified(recorded))
        {
            return [recorded];
        }

        var roots = options.Roots.SelectMany(root => Folders(run.Folder).Select(folder => Path.Join(root, folder)).Append(root));
        var bases = LogFields.Text(run.ExperimentInfo, "base_dir") is not { } given || given.Contains('\0') ? roots
            : roots.Append(PathMapping.Apply(options.PathMappings, given) ?? given);
        return bases.Where(Path.IsPathFullyQualified).Select(directory => Path.Combine(directory, recorded));
    }

    // "lab/alice", then "lab".
    private static IEnumerable<string> Folders(string? folder)
    {
        for (; !string.IsNullOrEmpty(folder); folder = folder.LastIndexOf('/') is var end and > 0 ? folder[..end] : null)
        {
            yield return folder;
        }
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
