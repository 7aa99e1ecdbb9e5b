using System.IO.Enumeration;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Data.Stores.Directories;

/// <summary>Lists single folders of a tree.</summary>
internal sealed class FolderListing(string top, FolderOptions options)
{
    private static readonly EnumerationOptions All = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    private readonly string? _realTop = StorageRoot.RealPath(top);

    public string PathOf(string folder) => folder.Length == 0 ? top : Path.Join(top, folder);

    /// <summary>Whether there is any run in the top or the folders in it; ends at the first.</summary>
    /// <exception cref="IOException">A folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be listed.</exception>
    public bool HasRuns()
    {
        var ahead = new Queue<string>([""]);
        for (var seen = 0; seen < options.MaxFolders && ahead.TryDequeue(out var folder); seen++)
        {
            var path = PathOf(folder);
            foreach (var (name, _, isLink) in Entries(path).Where(entry => entry.IsDirectory && entry.Name[0] != '_'))
            {
                if (RunJson(path, name).Exists)
                {
                    return true;
                }

                if (Inside(folder, path, name, isLink) is { } inside)
                {
                    ahead.Enqueue(inside);
                }
            }
        }

        return false;
    }

    /// <param name="folder">Its path below the top.</param>
    /// <param name="last">As it was; which of its directories are runs is not looked up again.</param>
    /// <exception cref="IOException">It cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be listed.</exception>
    public Folder List(string folder, Folder? last)
    {
        var path = PathOf(folder);
        var runs = new Dictionary<string, long>(last?.Runs.Count ?? 0);
        var (others, folders, hasLogs) = (new List<string>(), new List<string>(), false);
        foreach (var (name, isDirectory, isLink) in Entries(path))
        {
            if (!isDirectory)
            {
                hasLogs |= EventFileName.Is(name);
            }
            else if (last?.Runs.TryGetValue(name, out var changed) == true)
            {
                runs.Add(name, changed);
            }
            else if (name[0] == '_')
            {
                // Sacred's own: _sources, _resources.
            }
            else if (RunJson(path, name) is { Exists: true } state)
            {
                runs.Add(name, state.Modified);
            }
            else
            {
                others.Add(name);
                folders.AddRange(Inside(folder, path, name, isLink) is { } inside ? [inside] : []);
            }
        }

        return new() { Path = folder, Runs = runs, Others = others, Folders = folders, HasLogs = hasLogs };
    }

    /// <summary>Whether one of its directories has become a run since.</summary>
    public bool HasNewRun(Folder folder) =>
        folder.Others.Count > 0 && PathOf(folder.Path) is var path && folder.Others.Any(name => RunJson(path, name).Exists);

    /// <summary>Whether a folder is a run itself, so that nothing in it is searched.</summary>
    public bool IsRun(string folder) => FileState.Of(Path.Join(top, folder, "run.json")).Exists;

    private static FileState RunJson(string path, string name) => FileState.Of(Path.Combine(path, name, "run.json"));

    private static FileSystemEnumerable<(string Name, bool IsDirectory, bool IsLink)> Entries(string path) => new(
        path,
        (ref FileSystemEntry entry) =>
            (entry.FileName.ToString(), entry.IsDirectory, (entry.Attributes & FileAttributes.ReparsePoint) != 0),
        All)
    {
        // Of the many files in a folder only those of logs matter.
        ShouldIncludePredicate = (ref FileSystemEntry entry) => entry.IsDirectory || EventFileName.Is(entry.FileName),
    };

    // The path of a directory that is searched as a folder; null for one that is not.
    private string? Inside(string folder, string path, string name, bool isLink) =>
        (folder.Length == 0 ? name : $"{folder}/{name}") is var inside
        && options.Allows(inside) && (!isLink || LeadsElsewhere(Path.Combine(path, name)))
            ? inside
            : null;

    // What a link leads to inside the tree is found by its own path, and a link to above would never end.
    private bool LeadsElsewhere(string link) =>
        _realTop is not null
        && StorageRoot.RealPath(link) is { } real
        && !StorageRoot.IsInside(real, _realTop)
        && !StorageRoot.IsInside(_realTop, real);
}
