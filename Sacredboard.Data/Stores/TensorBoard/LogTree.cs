using System.Collections.Concurrent;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <param name="Path">The directory that directly holds event files.</param>
/// <param name="Name">The name within the run: its path relative to the common parent of all directories of the run; "" for the
/// parent itself, or for the only one.</param>
internal readonly record struct NamedDirectory(string Path, string Name);

/// <summary>Finds directories with event files in and below log directories. Links below them are not followed.</summary>
internal sealed class LogTree(TimeProvider time)
{
    private const int MaxDepth = 12;
    private const int MaxDirectories = 5000;
    private const int MaxKept = 10_000;

    /// <summary>How long a listing is reused, because a page asks for it once per chart.</summary>
    private static readonly TimeSpan ListingLifetime = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Listing> _listings = new(StringComparer.Ordinal);

    /// <summary>The directories with event files in and below these ones, without duplicates, ordered by path.</summary>
    public IReadOnlyList<NamedDirectory> Find(IEnumerable<string> directories)
    {
        var found = new SortedSet<string>(directories.SelectMany(List), StringComparer.Ordinal);
        var common = found.Count == 0 ? "" : found.Aggregate(Common);
        return [.. found.Select(path => new NamedDirectory(path, Relative(common, path)))];
    }

    /// <summary>The directories with event files in and below one directory.</summary>
    public IReadOnlyCollection<string> List(string directory)
    {
        if (_listings.TryGetValue(directory, out var listing) && time.GetElapsedTime(listing.At) < ListingLifetime)
        {
            return listing.Found;
        }

        if (_listings.Count > MaxKept)
        {
            _listings.Clear();
        }

        return (_listings[directory] = new Listing(
            new HashSet<string>(Walk(directory), StringComparer.Ordinal),
            time.GetTimestamp())).Found;
    }

    /// <summary>The path of a directory relative to one that contains it, with slashes; "" when they are the same.</summary>
    public static string Relative(string directory, string path) =>
        path.Length <= directory.Length
            ? ""
            : path[directory.Length..].TrimStart(Path.DirectorySeparatorChar).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>Whether there is any event file in or below a directory.</summary>
    public static bool HasEventFiles(string directory) => Walk(directory).Any();

    private static IEnumerable<string> Walk(string root)
    {
        var seen = 0;
        var ahead = new Queue<(string Path, int Depth)>([(root, 0)]);
        while (ahead.TryDequeue(out var directory) && ++seen <= MaxDirectories)
        {
            var hasEvents = false;
            foreach (var (name, isDirectory) in Entries(directory.Path))
            {
                if (isDirectory && directory.Depth < MaxDepth)
                {
                    ahead.Enqueue((Path.Combine(directory.Path, name), directory.Depth + 1));
                }

                hasEvents |= !isDirectory && EventDirectory.IsEventFile(name);
            }

            if (hasEvents)
            {
                yield return directory.Path;
            }
        }
    }

    private static List<(string Name, bool IsDirectory)> Entries(string directory)
    {
        try
        {
            return
            [
                .. new DirectoryInfo(directory).EnumerateFileSystemInfos()
                    .Where(entry => entry is not DirectoryInfo || (entry.Attributes & FileAttributes.ReparsePoint) == 0)
                    .Select(entry => (entry.Name, entry is DirectoryInfo)),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // The innermost directory that contains both, which may be one of them.
    private static string Common(string one, string other)
    {
        var (a, b) = (one.Split(Path.DirectorySeparatorChar), other.Split(Path.DirectorySeparatorChar));
        var same = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Join(Path.DirectorySeparatorChar, a.Take(same));
    }

    private sealed record Listing(IReadOnlySet<string> Found, long At);
}
