namespace Sacredboard.Data.FileStorage;

/// <summary>
/// The one way from a name that a run holds to a file. A run's names are hostile: they may climb, be absolute, or name a link,
/// a directory or a device. What this class hands out is a regular file whose real place lies inside the storage directory.
/// </summary>
internal sealed class StorageRoot(string directory)
{
    private const int MaxLinks = 40;

    public string Directory { get; } = Path.GetFullPath(directory);

    /// <summary>The directory of a run, or null when the id cannot be the name of one.</summary>
    public string? RunDirectory(string name) =>
        name.Length is > 0 and <= 255 && name[0] != '_' && name is not ("." or "..") && name.AsSpan().IndexOfAny("/\0") < 0
        && (!OperatingSystem.IsWindows() || name.AsSpan().IndexOfAny("\\:") < 0)
            ? Path.Combine(Directory, name)
            : null;

    /// <summary>
    /// A file named by a run, relative to <paramref name="baseDirectory"/>. Either <see cref="StoredFile.Path"/> or
    /// <see cref="StoredFile.Problem"/> of the answer is set.
    /// </summary>
    public StoredFile Find(string baseDirectory, string name)
    {
        if (name.Length == 0 || name.Contains('\0'))
        {
            return StoredFile.Refused("The run names no file here.");
        }

        if (IsAbsolute(name))
        {
            return StoredFile.Refused("The name is an absolute path; only files of the storage directory are shown.");
        }

        if (name.Split('/', '\\').Contains(".."))
        {
            return StoredFile.Refused("The name leads out of its directory.");
        }

        return Check(Path.Combine(baseDirectory, name));
    }

    private StoredFile Check(string path)
    {
        var (real, root) = (RealPath(path), RealPath(Directory));
        if (real is null || root is null)
        {
            return StoredFile.Refused("The file does not exist.");
        }

        if (!IsInside(real, root))
        {
            return StoredFile.Refused("The name is a link that leads out of the storage directory.");
        }

        return FileState.Of(real) switch
        {
            { Exists: false } => StoredFile.Refused("The file does not exist."),
            { IsDirectory: true } => StoredFile.Refused("This is a directory."),
            { IsFile: false } => StoredFile.Refused("This is not a regular file."),
            var state => new StoredFile(real, state, null),
        };
    }

    // Also what is absolute on the other operating system, where the run may have been trained.
    private static bool IsAbsolute(string name) =>
        Path.IsPathRooted(name) || name[0] == '\\' || name is [_, ':', '\\' or '/', ..];

    /// <summary>True when the path is inside the directory; both without links.</summary>
    public static bool IsInside(string path, string directory) =>
        path.StartsWith(directory, StringComparison.Ordinal)
        && (path.Length == directory.Length || Path.EndsInDirectorySeparator(directory) || path[directory.Length] == Path.DirectorySeparatorChar);

    /// <summary>The path with all links resolved, those of its directories too; null when a link goes in circles.</summary>
    public static string? RealPath(string path)
    {
        var ahead = new Stack<string>(Parts(path).Reverse());
        var real = Path.GetPathRoot(Path.GetFullPath(path))!;
        for (var links = 0; ahead.TryPop(out var part);)
        {
            if (part == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var next = Path.Combine(real, part);
            var target = new FileInfo(next).LinkTarget;
            if (target is null)
            {
                real = next;
            }
            else if (++links > MaxLinks)
            {
                return null;
            }
            else
            {
                real = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : real;
                foreach (var inTarget in Parts(target).Reverse())
                {
                    ahead.Push(inTarget);
                }
            }
        }

        return real;
    }

    private static IEnumerable<string> Parts(string path) => path[(Path.GetPathRoot(path)?.Length ?? 0)..]
        .Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
        .Where(part => part != ".");
}

/// <summary>A file that may be opened, or the reason why not.</summary>
/// <param name="Path">Its real path; null when it may not be opened.</param>
/// <param name="State">Its size and time.</param>
/// <param name="Problem">One sentence.</param>
internal readonly record struct StoredFile(string? Path, FileState State, string? Problem)
{
    public static StoredFile Refused(string problem) => new(null, default, problem);
}
