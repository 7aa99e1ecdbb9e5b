using System.Collections.Immutable;

namespace Sacredboard.Data.Stores.Directories;

/// <summary>
/// Finds the folders of a directory in which runs lie, at any depth, and keeps them current: a folder whose time changed is listed again,
/// and all are in turn. A run is not searched, nor what <see cref="FolderOptions"/> leaves out. Safe for concurrent use.
/// </summary>
/// <param name="directory">The top, an absolute path; may be created later.</param>
/// <param name="options">What is searched.</param>
/// <param name="time">The clock.</param>
public sealed class FolderTree(string directory, FolderOptions options, TimeProvider time)
{
    /// <summary>So often all folders are looked at, and those that change, as the top may, are listed.</summary>
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);

    /// <summary>So often each folder is listed although its time is the same: not all file systems keep it well.</summary>
    private static readonly TimeSpan ListInterval = TimeSpan.FromSeconds(60);

    /// <summary>For so long <see cref="Latest"/> is good.</summary>
    private static readonly TimeSpan LatestFor = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly FolderWalk _walk = new(directory, options, time);
    private volatile FolderTreeState? _state;
    private long _updatedAt;
    private int _next;

    public string Directory { get; } = directory;

    /// <summary>What was not searched, one sentence; null for nothing.</summary>
    public string? Remark => _state?.Remark;

    /// <summary>Whether there is any run of Sacred in a directory.</summary>
    /// <exception cref="IOException">It cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be listed.</exception>
    public static bool HasRuns(string directory, FolderOptions options) =>
        new FolderListing(directory, options).HasRuns();

    /// <summary>Whether runs may lie in a folder: it is neither left out nor in a run.</summary>
    internal bool MaySearch(string folder) => _state?.Folders.ContainsKey(folder) == true || _walk.MayEnter(folder);

    /// <summary>The folders as they were at the last update, for who asks for each single run.</summary>
    /// <inheritdoc cref="Update"/>
    internal FolderTreeState Latest(CancellationToken cancellationToken) =>
        _state is { } state && time.GetElapsedTime(Interlocked.Read(ref _updatedAt)) < LatestFor ? state : Update(cancellationToken);

    /// <summary>The folders as they are now, or were some seconds ago.</summary>
    /// <exception cref="IOException">The top cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The top may not be listed.</exception>
    internal FolderTreeState Update(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            if (_state is { } state)
            {
                var folders = Changed(state.Folders, Due(time.GetElapsedTime(_updatedAt, now)), cancellationToken);
                _state = folders == state.Folders && _walk.Remark == state.Remark ? state : new(folders, _walk.Remark);
            }
            else
            {
                var all = _walk.From("", 0, cancellationToken).ToImmutableDictionary(folder => folder.Path);
                _state = new(all, _walk.Remark);
            }

            Interlocked.Exchange(ref _updatedAt, now);
            return _state;
        }
    }

    // The top, those that changed lately, and of the others as many as it takes to look at each once in an interval.
    private List<string> Due(TimeSpan elapsed)
    {
        var paths = _walk.Looks.Keys.ToList();
        var inTurn = (int)Math.Clamp(Math.Ceiling(paths.Count * (elapsed / LookInterval)), 1, paths.Count);
        var due = _walk.Looks.Where(look => look.Value.IsChanging).Select(look => look.Key)
            .Concat(Enumerable.Range(_next, inTurn).Select(i => paths[i % paths.Count]))
            .Prepend("")
            .Distinct()
            .ToList();
        _next = (_next + inTurn) % paths.Count;
        return due;
    }

    private ImmutableDictionary<string, Folder> Changed(
        ImmutableDictionary<string, Folder> folders, List<string> due, CancellationToken cancellationToken)
    {
        foreach (var path in due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (folders.TryGetValue(path, out var last) && MustList(path, last))
            {
                folders = Listed(folders, last, cancellationToken);
            }
        }

        return folders;
    }

    private bool MustList(string path, Folder last)
    {
        var look = _walk.Looks[path];
        var interval = path.Length == 0 || look.IsChanging ? LookInterval : ListInterval;
        return time.GetElapsedTime(look.ListedAt) >= interval || _walk.HasChanged(path) || _walk.HasNewRun(last);
    }

    private ImmutableDictionary<string, Folder> Listed(
        ImmutableDictionary<string, Folder> folders, Folder last, CancellationToken cancellationToken)
    {
        var folder = _walk.List(last.Path, last);
        if (folder?.IsSame(last) == true)
        {
            return folders;
        }

        var next = folders.ToBuilder();
        foreach (var gone in folder is null ? [last.Path] : last.Folders.Except(folder.Folders))
        {
            next.RemoveRange(folders.Keys.Where(path => IsIn(path, gone)));
        }

        if (folder is not null)
        {
            next[folder.Path] = folder;
            foreach (var added in folder.Folders.Except(last.Folders))
            {
                next.AddRange(_walk.From(added, next.Count, cancellationToken).Select(inside => KeyValuePair.Create(inside.Path, inside)));
            }
        }

        _walk.Forget(path => !next.ContainsKey(path));
        return next.ToImmutable();
    }

    private static bool IsIn(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/');
}
