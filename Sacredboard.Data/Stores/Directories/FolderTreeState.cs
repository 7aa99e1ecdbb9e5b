using System.Collections.Immutable;

namespace Sacredboard.Data.Stores.Directories;

/// <summary>The folders of a tree at one moment.</summary>
/// <param name="Folders">By their path below the top.</param>
/// <param name="Remark">What was not searched, one sentence; null for nothing.</param>
internal sealed record FolderTreeState(ImmutableDictionary<string, Folder> Folders, string? Remark)
{
    /// <summary>Whether runs lie only in the top itself, as a FileStorageObserver leaves them.</summary>
    public bool IsFlat => Folders.Values.All(folder => folder.Path.Length == 0 || folder.Runs.Count == 0);

    /// <summary>
    /// The folders with event files. Those in or below a folder with runs of Sacred are the logs of these runs, and not runs themselves.
    /// </summary>
    public IEnumerable<string> LogFolders =>
        Folders.Values.Where(folder => folder.HasLogs && !IsBesideRuns(folder.Path)).Select(folder => folder.Path);

    public bool IsLogFolder(string path) => Folders.TryGetValue(path, out var folder) && folder.HasLogs && !IsBesideRuns(path);

    /// <summary>The ids of all runs: their paths below the top.</summary>
    public IEnumerable<string> RunIds() => Folders.Values.SelectMany(IdsOf);

    public bool Has(string run) =>
        run.LastIndexOf('/') is var end && Folders.TryGetValue(end > 0 ? run[..end] : "", out var folder)
        && folder.Runs.ContainsKey(run[(end + 1)..]);

    /// <summary>The runs that are in this state and not in the other, and the reverse.</summary>
    public (IReadOnlyList<string> Added, IReadOnlyList<string> Removed) Difference(FolderTreeState? before)
    {
        if (before is null || ReferenceEquals(before, this) || ReferenceEquals(before.Folders, Folders))
        {
            return before is null ? ([.. RunIds()], []) : ([], []);
        }

        return (Missing(this, before), Missing(before, this));
    }

    private static List<string> Missing(FolderTreeState from, FolderTreeState other) =>
        [.. from.Folders.Values
            .Where(folder => !ReferenceEquals(folder, other.Folders.GetValueOrDefault(folder.Path)))
            .SelectMany(IdsOf)
            .Where(run => !other.Has(run))];

    private static IEnumerable<string> IdsOf(Folder folder) =>
        folder.Path.Length == 0 ? folder.Runs.Keys : folder.Runs.Keys.Select(name => $"{folder.Path}/{name}");

    private bool IsBesideRuns(string path)
    {
        while (true)
        {
            if (Folders.TryGetValue(path, out var folder) && folder.Runs.Count > 0)
            {
                return true;
            }

            if (path.Length == 0)
            {
                return false;
            }

            path = path.LastIndexOf('/') is var end and > 0 ? path[..end] : "";
        }
    }
}
