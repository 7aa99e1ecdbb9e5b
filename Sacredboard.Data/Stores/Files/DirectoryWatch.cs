namespace Sacredboard.Data.Stores.Files;

/// <summary>
/// Notes which runs the file system reports changes of (inotify and the like). Only a help: where it does not work, or not
/// for network drives, the scan finds the same changes a little later.
/// </summary>
internal sealed class DirectoryWatch(string directory) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _changed = [];
    private FileSystemWatcher? _watcher;
    private long _mark;
    private long _lostAt;
    private bool _isBroken;

    /// <summary>Begins to watch, unless it does already or the system cannot.</summary>
    public void Start()
    {
        if (_watcher is not null || _isBroken)
        {
            return;
        }

        try
        {
            var watcher = new FileSystemWatcher(directory)
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Changed += (_, change) => Note(change.Name);
            watcher.Created += (_, change) => Note(change.Name);
            watcher.Deleted += (_, change) => Note(change.Name);
            watcher.Renamed += (_, change) =>
            {
                Note(change.OldName);
                Note(change.Name);
            };
            watcher.Error += (_, error) => Lose(error.GetException());
            watcher.EnableRaisingEvents = true;
            _watcher = watcher;
        }
        catch (Exception exception) when (exception is ArgumentException or DirectoryNotFoundException)
        {
            // The directory has just gone; the next call may find it again.
            Stop();
        }
        catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
        {
            _isBroken = true;
        }
    }

    /// <summary>Ends watching, after which <see cref="Start"/> begins anew.</summary>
    public void Stop()
    {
        _watcher?.Dispose();
        _watcher = null;
    }

    /// <summary>The names of the runs that changed after the mark.</summary>
    /// <param name="mark">0, or what the last call answered.</param>
    /// <param name="changed">Names of directories directly in the watched one.</param>
    /// <param name="lost">True when some changes after the mark went unseen.</param>
    public long Since(long mark, out IReadOnlyList<string> changed, out bool lost)
    {
        lock (_lock)
        {
            changed = [.. _changed.Where(change => change.Value > mark).Select(change => change.Key)];
            lost = _lostAt > mark;
            return _mark;
        }
    }

    public void Dispose() => Stop();

    private void Note(string? path)
    {
        if (path is null)
        {
            return;
        }

        var end = path.IndexOf(Path.DirectorySeparatorChar);
        lock (_lock)
        {
            _changed[end < 0 ? path : path[..end]] = ++_mark;
        }
    }

    // Too many changes at once (it goes on then), or no more watches to be had.
    private void Lose(Exception reason)
    {
        lock (_lock)
        {
            _isBroken |= reason is not InternalBufferOverflowException;
            _lostAt = ++_mark;
            _changed.Clear();
        }
    }
}
