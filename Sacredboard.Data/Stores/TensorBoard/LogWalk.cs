using System.Collections.Immutable;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>
/// Walks through directories level by level. Links are followed where they may be: people who compare runs with TensorBoard make a
/// directory of links to their log directories. One that leads back to where it stands is not.
/// </summary>
/// <param name="resolve">Returns the real path of a directory that may be opened, or null.</param>
internal sealed class LogWalk(Func<string, string?> resolve)
{
    private const int MaxDepth = 12;
    private const int MaxDirectories = 5000;

    /// <summary>The first link that was not followed because of where it leads.</summary>
    public string? Refused { get; private set; }

    /// <summary>The directories with event files at and below the root, by the way that leads to them.</summary>
    public IEnumerable<string> Find(string root)
    {
        var seen = 0;
        var ahead = new Queue<Place>([new(root, 0, [StorageRoot.RealPath(root) ?? root])]);
        while (ahead.TryDequeue(out var place) && ++seen <= MaxDirectories)
        {
            var hasEvents = false;
            foreach (var entry in Entries(place.Path))
            {
                hasEvents |= entry is FileInfo && EventFileName.Is(entry.Name);
                if (entry is DirectoryInfo && place.Depth < MaxDepth && Enter(place, entry) is { } inside)
                {
                    ahead.Enqueue(inside);
                }
            }

            if (hasEvents)
            {
                yield return place.Path;
            }
        }
    }

    private Place? Enter(Place place, FileSystemInfo entry)
    {
        var path = Path.Combine(place.Path, entry.Name);
        if ((entry.Attributes & FileAttributes.ReparsePoint) == 0)
        {
            return new(path, place.Depth + 1, place.Real.SetItem(place.Real.Count - 1, Path.Combine(place.Real[^1], entry.Name)));
        }

        if (resolve(path) is not { } real)
        {
            Refused ??= path;
            return null;
        }

        return place.Real.Any(above => LogPaths.IsBelow(above, real)) ? null : new(path, place.Depth + 1, place.Real.Add(real));
    }

    private static IReadOnlyList<FileSystemInfo> Entries(string directory)
    {
        try
        {
            return [.. new DirectoryInfo(directory).EnumerateFileSystemInfos()];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <param name="Path">The way to it from the root, through links.</param>
    /// <param name="Depth">Levels below the root.</param>
    /// <param name="Real">Where it really is, after where the links on the way to it stand.</param>
    private sealed record Place(string Path, int Depth, ImmutableList<string> Real);
}
