using System.Collections.Immutable;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.Files;

/// <summary>The cursor of one reader of changes.</summary>
internal sealed record FileCursor : RunCursor
{
    /// <summary>The runs reported so far, with the state of their files at that time.</summary>
    public required ImmutableDictionary<string, RunStamp> Stamps { get; init; }

    /// <summary>The names of the directories at the last listing.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>The state of the storage directory at the last listing.</summary>
    public required FileState Root { get; init; }

    /// <summary>A timestamp of the clock, like <see cref="ScannedAt"/>.</summary>
    public required long ListedAt { get; init; }

    public required long ScannedAt { get; init; }

    /// <summary>Index in <see cref="Names"/> of the next run to check.</summary>
    public int Next { get; init; }

    public long WatchMark { get; init; }
}

/// <summary>
/// Finds new, changed and deleted runs by the times and sizes of their files. Each scan checks active runs and those that the watch
/// reports; it lists the directory when its time changed (or after <see cref="ListInterval"/>) and checks the other runs in turn.
/// </summary>
internal sealed class ChangeScan(StorageRoot root, RunDirectoryReader reader, RunListing listing, DirectoryWatch? watch, TimeProvider time)
{
    private static readonly TimeSpan ListInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ScanInterval = TimeSpan.FromSeconds(20);

    // Each directory needs a watch of its own, and the system has few.
    private const int MaxWatched = 2000;

    public async Task<RunChanges> ReadAsync(IKnownRuns known, FileCursor? cursor, CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        var rootState = FileState.Of(root.Directory);
        var (mark, reported, lost) = Watched(cursor?.WatchMark ?? 0);
        var mustList = cursor is null || lost || rootState != cursor.Root || time.GetElapsedTime(cursor.ListedAt, now) >= ListInterval;
        var names = mustList ? List() : cursor!.Names;
        var stamps = cursor?.Stamps ?? KnownStamps(known, names);
        if (mustList && names.Length <= MaxWatched)
        {
            watch?.Start();
        }

        var (due, next) = NextNames(cursor, names, lost ? ScanInterval : time.GetElapsedTime(cursor?.ScannedAt ?? 0, now));
        var candidates = new HashSet<string>(due);
        candidates.UnionWith(reported);
        candidates.UnionWith(known.Active.Select(id => id.Text));
        candidates.UnionWith(names.Where(name => !stamps.ContainsKey(name)));

        var deleted = new HashSet<string>();
        if (mustList)
        {
            deleted.UnionWith(stamps.Keys.Except(names));
            deleted.UnionWith(known.Ids.Where(id => id.Kind == RunIdKind.Text).Select(id => id.Text).Except(names));
        }

        var changed = await ReadAsync(known, candidates, stamps, deleted, cancellationToken).ConfigureAwait(false);
        foreach (var name in deleted)
        {
            reader.Forget(name);
        }

        return new RunChanges(
            RunOrder.NewestFirst(changed.Where(reading => IsWanted(reading.Summary, known, stamps))),
            [.. deleted.Select(RunId.Of)],
            new FileCursor
            {
                Stamps = stamps.RemoveRange(deleted)
                    .SetItems(changed.Where(reading => reading.IsWritten)
                        .Select(reading => KeyValuePair.Create(reading.Summary.Id.Text, reading.Stamp))),
                Names = names,
                Root = mustList ? rootState : cursor!.Root,
                ListedAt = mustList ? now : cursor!.ListedAt,
                ScannedAt = now,
                Next = next,
                WatchMark = mark,
            });
    }

    private ImmutableArray<string> List()
    {
        try
        {
            return [.. listing.Directories()];
        }
        catch (RunStoreException)
        {
            // The directory may be replaced by another one.
            watch?.Stop();
            throw;
        }
    }

    private (long Mark, IReadOnlyList<string> Reported, bool Lost) Watched(long mark)
    {
        if (watch is null)
        {
            return (0, [], false);
        }

        var next = watch.Since(mark, out var reported, out var lost);
        return (next, reported, lost);
    }

    // The runs of the catalog, if this store read them. With limits, runs that the catalog left out are not new either, so all read
    // runs count.
    private ImmutableDictionary<string, RunStamp> KnownStamps(IKnownRuns known, ImmutableArray<string> names) =>
        (known.Limits == RunLimits.None ? known.Ids.Where(id => id.Kind == RunIdKind.Text).Select(id => id.Text) : names)
            .Select(name => (Name: name, Stamp: reader.LastStamp(name)))
            .Where(run => run.Stamp is not null)
            .ToImmutableDictionary(run => run.Name, run => run.Stamp!.Value);

    // A run that the limits left out stays out when it changes.
    private static bool IsWanted(RunSummary run, IKnownRuns known, ImmutableDictionary<string, RunStamp> stamps) =>
        known.Limits == RunLimits.None
        || known.Contains(run.Id)
        || (!stamps.ContainsKey(run.Id.Text) && (known.Limits.Since is null || run.Started is null || run.Started >= known.Limits.Since));

    private static (IEnumerable<string> Names, int Next) NextNames(FileCursor? cursor, ImmutableArray<string> names, TimeSpan elapsed)
    {
        if (cursor is null || elapsed >= ScanInterval || names.Length == 0)
        {
            return (names, 0);
        }

        var count = (int)Math.Ceiling(names.Length * (elapsed / ScanInterval));
        var first = cursor.Next % names.Length;
        return (Enumerable.Range(first, count).Select(i => names[i % names.Length]), (first + count) % names.Length);
    }

    private async Task<IReadOnlyList<SummaryReading>> ReadAsync(
        IKnownRuns known,
        HashSet<string> candidates,
        ImmutableDictionary<string, RunStamp> stamps,
        HashSet<string> deleted,
        CancellationToken cancellationToken)
    {
        var changed = new List<string>();
        foreach (var name in candidates)
        {
            if (deleted.Contains(name) || root.RunDirectory(name) is not { } directory)
            {
                continue;
            }

            var stamp = RunStamp.Of(directory);
            var isKnown = stamps.TryGetValue(name, out var last);
            if (!stamp.Run.Exists && (isKnown || known.Contains(RunId.Of(name))))
            {
                deleted.Add(name);
            }
            else if (stamp.Run.Exists && (!isKnown || stamp != last))
            {
                changed.Add(name);
            }
        }

        var readings = await listing.ReadAsync(changed, cancellationToken).ConfigureAwait(false);
        // A new run is reported only when its first files are written completely.
        return [.. readings.Where(reading => reading.IsWritten || stamps.ContainsKey(reading.Summary.Id.Text))];
    }
}
