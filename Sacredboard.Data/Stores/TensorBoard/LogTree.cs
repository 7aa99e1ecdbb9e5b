using System.Collections.Concurrent;
using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <param name="Path">The directory that directly holds event files.</param>
/// <param name="Name">The name within the run: its path relative to the common parent of all directories of the run; "" for the
/// parent itself, or for the only one.</param>
internal readonly record struct NamedDirectory(string Path, string Name);

/// <summary>Finds directories with event files in and below log directories.</summary>
/// <param name="resolve">Returns the real path of a directory that may be opened, or null.</param>
/// <param name="time">The clock.</param>
internal sealed class LogTree(Func<string, string?> resolve, TimeProvider time)
{
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
    public IReadOnlyCollection<string> List(string directory) => Look(directory).Found;

    /// <summary>A link below the directory that was not followed because of where it leads; null for none.</summary>
    public string? RefusedLink(string directory) => Look(directory).Refused;

    private Listing Look(string directory)
    {
        if (_listings.TryGetValue(directory, out var listing) && time.GetElapsedTime(listing.At) < ListingLifetime)
        {
            return listing;
        }

        if (_listings.Count > MaxKept)
        {
            _listings.Clear();
        }

        var walk = new LogWalk(resolve);
        var found = new HashSet<string>(walk.Find(directory), StringComparer.Ordinal);
        return _listings[directory] = new Listing(found, walk.Refused, time.GetTimestamp());
    }

    /// <summary>The path of a directory relative to one that contains it, with slashes; "" when they are the same.</summary>
    public static string Relative(string directory, string path) =>
        path.Length <= directory.Length
            ? ""
            : path[directory.Length..].TrimStart(Path.DirectorySeparatorChar).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>Whether there is any event file in or below a directory; links are followed wherever they lead.</summary>
    public static bool HasEventFiles(string directory) => new LogWalk(StorageRoot.RealPath).Find(directory).Any();

    // The innermost directory that contains both, which may be one of them.
    private static string Common(string one, string other)
    {
        var (a, b) = (one.Split(Path.DirectorySeparatorChar), other.Split(Path.DirectorySeparatorChar));
        var same = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Join(Path.DirectorySeparatorChar, a.Take(same));
    }

    private sealed record Listing(IReadOnlySet<string> Found, string? Refused, long At);
}
