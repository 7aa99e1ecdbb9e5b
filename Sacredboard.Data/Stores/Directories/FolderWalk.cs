namespace Sacredboard.Data.Stores.Directories;

/// <summary>Walks through the folders of a tree, and remembers how each looked when it was listed.</summary>
internal sealed class FolderWalk(string directory, FolderOptions options, TimeProvider time)
{
    /// <summary>A folder counts as changing for so long after it changed.</summary>
    private static readonly TimeSpan ChangingSpan = TimeSpan.FromMinutes(2);

    private readonly FolderListing _listing = new(directory, options);
    private readonly SortedSet<string> _unreadable = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FolderLook> _looks = [];
    private bool _isCut;

    /// <summary>How the folders looked when they were listed, by their paths.</summary>
    public IReadOnlyDictionary<string, FolderLook> Looks => _looks;

    /// <summary>What was not searched, one sentence; null for nothing.</summary>
    public string? Remark => string.Join(
        ' ',
        new[]
        {
            _isCut ? FormattableString.Invariant($"Only the first {options.MaxFolders:N0} folders were searched (MaxFolders).") : null,
            _unreadable.Count == 1 ? $"The folder {_unreadable.Min} cannot be read." : null,
            _unreadable.Count > 1 ? $"{_unreadable.Count} folders cannot be read, such as {_unreadable.Min}." : null,
        }.OfType<string>()) is { Length: > 0 } text ? text : null;

    /// <summary>A folder and those below it, level by level, so that the limit leaves out the deepest.</summary>
    /// <param name="from">Its path.</param>
    /// <param name="count">So many folders are known already.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public IEnumerable<Folder> From(string from, int count, CancellationToken cancellationToken)
    {
        var ahead = new Queue<string>([from]);
        while (ahead.Count > 0 && count < options.MaxFolders)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (List(ahead.Dequeue(), null) is { } folder)
            {
                count++;
                folder.Folders.ToList().ForEach(ahead.Enqueue);
                yield return folder;
            }
        }

        _isCut |= ahead.Count > 0;
    }

    /// <summary>Lists one folder; null for one that is gone. Only the top throws when it cannot be read.</summary>
    public Folder? List(string path, Folder? last)
    {
        // Before it is listed, so that what changes meanwhile is seen the next time.
        var state = FileState.Of(_listing.PathOf(path));
        var look = new FolderLook(
            state, time.GetTimestamp(), (time.GetUtcNow().UtcDateTime - state.ModifiedUtc).Duration() < ChangingSpan);
        try
        {
            var folder = _listing.List(path, last);
            _unreadable.Remove(path);
            // Only now, so that a top that is away is listed again each time.
            _looks[path] = look;
            return folder;
        }
        catch (DirectoryNotFoundException) when (path.Length > 0)
        {
            return null;
        }
        catch (Exception exception) when (path.Length > 0 && exception is IOException or UnauthorizedAccessException)
        {
            _unreadable.Add(path);
            _looks[path] = look;
            return last ?? new Folder { Path = path, Runs = new Dictionary<string, long>(), Others = [], Folders = [], HasLogs = false };
        }
    }

    public bool HasChanged(string path) => FileState.Of(_listing.PathOf(path)) != _looks[path].State;

    /// <inheritdoc cref="FolderListing.HasNewRun"/>
    public bool HasNewRun(Folder folder) => _listing.HasNewRun(folder);

    /// <summary>Whether a folder may be searched, though it was not yet: neither is it left out, nor does it lie in a run.</summary>
    public bool MayEnter(string folder) =>
        options.Allows(folder)
        && folder.Split('/') is var names
        && !Enumerable.Range(1, names.Length).Any(count => _listing.IsRun(string.Join('/', names[..count])));

    /// <summary>Forgets folders that are gone.</summary>
    public void Forget(Predicate<string> isGone)
    {
        foreach (var path in _looks.Keys.Where(path => isGone(path)).ToList())
        {
            _looks.Remove(path);
            _unreadable.Remove(path);
        }
    }
}

/// <param name="State">The folder's own state just before it was listed.</param>
/// <param name="ListedAt">A timestamp of the clock.</param>
/// <param name="IsChanging">It had changed shortly before.</param>
internal sealed record FolderLook(FileState State, long ListedAt, bool IsChanging);
