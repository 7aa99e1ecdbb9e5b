namespace Sacredboard.Data.Stores.Directories;

/// <summary>
/// The runs of Sacred around a directory that holds none itself: further below it, or beside it when it is one of them. Only looks into
/// so many directories, because the disk may be slow.
/// </summary>
/// <param name="Found">The directories that hold runs, most runs first.</param>
/// <param name="IsComplete">False when there are more directories than were looked into.</param>
public sealed record NearbyRuns(IReadOnlyList<FoundRuns> Found, bool IsComplete)
{
    private const int MaxDepth = 4;
    private const int MaxDirectories = 2000;

    /// <summary>Fewer than in all, so that one full directory does not hide those beside it.</summary>
    private const int MaxInOne = 1000;

    private static readonly EnumerationOptions Listed = new()
    {
        // Links could lead anywhere, also back.
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
    };

    public static NearbyRuns Around(string directory)
    {
        var above = IsRun(directory) ? Path.GetDirectoryName(directory) : null;
        var (found, left, complete) = (new List<FoundRuns>(), MaxDirectories, true);
        var ahead = new Queue<(string Path, int Depth)>([(above ?? directory, 0)]);
        while (ahead.TryDequeue(out var next))
        {
            var max = Math.Min(left, MaxInOne);
            var inside = Inside(next.Path, max + 1);
            var runs = inside.Take(max).Where(IsRun).ToHashSet();
            if (runs.Count > 0 && next.Path != directory)
            {
                found.Add(new(next.Path, runs.Count, inside.Count <= max));
            }

            if (above is null && next.Depth < MaxDepth)
            {
                inside.Take(max).Except(runs).ToList().ForEach(path => ahead.Enqueue((path, next.Depth + 1)));
            }

            (left, complete) = (left - Math.Min(inside.Count, max), complete && inside.Count <= max);
        }

        return new([.. found.OrderByDescending(place => place.Count)], complete);
    }

    private static bool IsRun(string directory) => File.Exists(Path.Combine(directory, "run.json"));

    // Names with an underscore in front are Sacred's own: _sources, _resources.
    private static IReadOnlyList<string> Inside(string directory, int max)
    {
        try
        {
            return
            [
                .. Directory.EnumerateDirectories(directory, "*", Listed)
                    .Where(path => Path.GetFileName(path)[0] != '_')
                    .Take(max)
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}

/// <param name="Directory">The full path of a directory that holds runs.</param>
/// <param name="Count">The number of runs in it.</param>
/// <param name="IsAll">False when there may be more runs in it.</param>
public sealed record FoundRuns(string Directory, int Count, bool IsAll);
