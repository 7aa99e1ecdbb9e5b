namespace Sacredboard.Data.Stores.Files;

/// <summary>
/// Collects the runs for which the file system reports changes (inotify and the like). Optional: without it, as on network drives, the
/// scan finds the same changes a little later.
/// </summary>
internal sealed class DirectoryWatch(string directory) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _changed = [];
    private FileSystemWatcher? _watcher;
    private long _mark;
    private long _lostAt;
    private bool _isBroken;

    /// <summary>Starts to watch, unless it does already or the system cannot.</summary>
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
            // The directory is gone; the next call may find it again.
            Stop();
        }
        catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
        {
            _isBroken = true;
        }
    }

    /// <summary>Stops to watch; <see cref="Start"/> may be called again.</summary>
    public void Stop()
    {
        _watcher?.Dispose();
        _watcher = null;
    }

    /// <summary>The names of the runs that changed after the mark.</summary>
    /// <param name="mark">0, or the mark that the last call returned.</param>
    /// <param name="changed">Names of directories directly in the watched one.</param>
    /// <param name="lost">True when some changes after the mark were lost.</param>
    /// <returns>The mark for the next call.</returns>
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

    // Either too many changes at once, after which it continues, or no more watches.
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
