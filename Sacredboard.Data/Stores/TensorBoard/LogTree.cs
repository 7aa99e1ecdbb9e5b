using System.Collections.Concurrent;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <param name="Path">The directory that directly holds event files.</param>
/// <param name="Name">How it is told from the others of the run: its way from the directory that they all lie in; "" when it is that, or the only one.</param>
internal readonly record struct NamedDirectory(string Path, string Name);

/// <summary>Finds the directories with event files at and below log directories. Links are not followed on the way down.</summary>
internal sealed class LogTree(TimeProvider time)
{
    private const int MaxDepth = 12;
    private const int MaxDirectories = 5000;
    private const int MaxKept = 10_000;

    /// <summary>So long a listing counts: a page asks for each of its charts.</summary>
    private static readonly TimeSpan ListEvery = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Listing> _listings = new(StringComparer.Ordinal);

    /// <summary>The directories with event files in these places, each once, by their paths.</summary>
    public IReadOnlyList<NamedDirectory> Find(IEnumerable<string> places)
    {
        var found = new SortedSet<string>(places.SelectMany(List), StringComparer.Ordinal);
        var common = found.Count == 0 ? "" : found.Aggregate(Common);
        return [.. found.Select(path => new NamedDirectory(path, Relative(common, path)))];
    }

    /// <summary>The directories with event files at and below one place.</summary>
    public IReadOnlyCollection<string> List(string place)
    {
        if (_listings.TryGetValue(place, out var listing) && time.GetElapsedTime(listing.At) < ListEvery)
        {
            return listing.Found;
        }

        if (_listings.Count > MaxKept)
        {
            _listings.Clear();
        }

        return (_listings[place] = new Listing(new HashSet<string>(Walk(place), StringComparer.Ordinal), time.GetTimestamp())).Found;
    }

    /// <summary>The way from a directory to one in it, with slashes; "" for itself.</summary>
    public static string Relative(string directory, string path) =>
        path.Length <= directory.Length ? "" : path[directory.Length..].TrimStart(Path.DirectorySeparatorChar).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>Whether there is any event file at or below a place.</summary>
    public static bool HasEventFiles(string place) => Walk(place).Any();

    private static IEnumerable<string> Walk(string place)
    {
        var seen = 0;
        var ahead = new Queue<(string Path, int Depth)>([(place, 0)]);
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

    // The directory in which both lie, or one of them when the other one lies in it.
    private static string Common(string one, string other)
    {
        var (a, b) = (one.Split(Path.DirectorySeparatorChar), other.Split(Path.DirectorySeparatorChar));
        var same = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Join(Path.DirectorySeparatorChar, a.Take(same));
    }

    private sealed record Listing(IReadOnlySet<string> Found, long At);
}
