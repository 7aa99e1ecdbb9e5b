namespace Sacredboard.Data.Stores.Directories;

/// <summary>
/// Finds the files that runs name. The names are untrusted: they may contain <c>..</c>, be absolute, or name a link, a directory or a
/// device. Only regular files whose real path lies inside the storage directory are returned.
/// </summary>
internal sealed class StorageRoot(string directory)
{
    private const int MaxLinks = 40;

    public string Directory { get; } = Path.GetFullPath(directory);

    /// <summary>The directory of a run; null when the name cannot be that of one.</summary>
    public string? RunDirectory(string name) =>
        name.Length is > 0 and <= 255 && name[0] != '_' && name is not ("." or "..") && name.AsSpan().IndexOfAny("/\0") < 0
        && (!OperatingSystem.IsWindows() || name.AsSpan().IndexOfAny("\\:") < 0)
            ? Path.Combine(Directory, name)
            : null;

    /// <summary>
    /// A file that Sacred itself writes into each run's directory, such as run.json. The directory may be a link that leads out of the
    /// storage on purpose; the file may not be a link that leaves both.
    /// </summary>
    public StoredFile FindOwn(string runDirectory, string fileName)
    {
        var path = Path.Combine(runDirectory, fileName);
        return new FileInfo(path).LinkTarget is null
            ? State(path) with { MayOpen = real => IsOwn(real, runDirectory, fileName) }
            : Check(path, RealPath(Directory), RealPath(runDirectory));
    }

    /// <summary>A file named by a run, relative to <paramref name="baseDirectory"/>.</summary>
    public StoredFile Find(string baseDirectory, string name)
    {
        if (name.Length == 0 || name.Contains('\0'))
        {
            return StoredFile.Refused("The run does not name a file here.");
        }

        if (IsAbsolute(name))
        {
            return StoredFile.Refused("The name is an absolute path; only files of the storage directory are shown.");
        }

        return name.Split('/', '\\').Contains("..")
            ? StoredFile.Refused("The name leads out of its directory.")
            : Check(Path.Combine(baseDirectory, name), RealPath(Directory));
    }

    private bool IsOwn(string real, string runDirectory, string fileName) =>
        RealPath(runDirectory) is { } directory && IsInside(real, directory) && Path.GetFileName(real) == fileName
        || RealPath(Directory) is { } root && IsInside(real, root);

    // Also paths that are absolute on the other operating system, on which the run may have been trained.
    private static bool IsAbsolute(string name) =>
        Path.IsPathRooted(name) || name[0] == '\\' || name is [_, ':', '\\' or '/', ..];

    private static StoredFile Check(string path, params ReadOnlySpan<string?> allowed)
    {
        if (RealPath(path) is not { } real)
        {
            return StoredFile.Refused("The name is a link that leads back to itself.");
        }

        foreach (var directory in allowed)
        {
            if (directory is not null && IsInside(real, directory))
            {
                return State(real);
            }
        }

        return StoredFile.Refused("The name is a link that leads out of the storage directory.");
    }

    private static StoredFile State(string path) => FileState.Of(path) switch
    {
        { Type: FileType.None } => StoredFile.Missing,
        { Type: FileType.Directory } => StoredFile.Refused("This is a directory."),
        { Type: FileType.Other } => StoredFile.Refused("This is not a regular file."),
        var state => new StoredFile(path, state, null),
    };

    /// <summary>Whether a real path is another one, or below it.</summary>
    public static bool IsInside(string path, string directory) =>
        path.StartsWith(directory, StringComparison.Ordinal)
        && (path.Length == directory.Length
            || Path.EndsInDirectorySeparator(directory)
            || path[directory.Length] == Path.DirectorySeparatorChar);

    /// <summary>The path with all links resolved, also those of its directories; null for a cycle of links.</summary>
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
                continue;
            }

            if (++links > MaxLinks)
            {
                return null;
            }

            real = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : real;
            foreach (var inTarget in Parts(target).Reverse())
            {
                ahead.Push(inTarget);
            }
        }

        return real;
    }

    private static IEnumerable<string> Parts(string path) => path[(Path.GetPathRoot(path)?.Length ?? 0)..]
        .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
        .Where(part => part != ".");
}
