using System.Collections.Immutable;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.Files;

/// <summary>Where one reader of changes stands.</summary>
internal sealed record FileCursor : RunCursor
{
    /// <summary>The runs told so far, with the state of their files then.</summary>
    public required ImmutableDictionary<string, RunStamp> Told { get; init; }

    /// <summary>The directories at the last listing.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>The storage directory at the last listing.</summary>
    public required FileState Root { get; init; }

    public required long ListedAt { get; init; }

    public required long ScannedAt { get; init; }

    /// <summary>Which of the names is looked at next, in turn.</summary>
    public int Next { get; init; }

    public long WatchMark { get; init; }
}

/// <summary>
/// Finds new, changed and deleted runs by the times and sizes of their files. Active runs and those the watch reports are looked
/// at each time, the directory's listing when its time changed (or <see cref="ListEvery"/>), all others in turn.
/// </summary>
internal sealed class ChangeScan(StorageRoot root, RunDirectoryReader reader, RunListing listing, DirectoryWatch? watch, TimeProvider time)
{
    private static readonly TimeSpan ListEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AllEvery = TimeSpan.FromSeconds(20);

    // Each directory takes a watch of its own, of which the system has not many.
    private const int MaxWatched = 2000;

    public async Task<RunChanges> ReadAsync(IKnownRuns known, FileCursor? cursor, CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        var rootState = FileState.Of(root.Directory);
        var (mark, reported, lost) = Watched(cursor?.WatchMark ?? 0);
        var mustList = cursor is null || lost || rootState != cursor.Root || time.GetElapsedTime(cursor.ListedAt, now) >= ListEvery;
        var names = mustList ? List() : cursor!.Names;
        var told = cursor?.Told ?? Told(known, names);
        if (mustList && names.Length <= MaxWatched)
        {
            watch?.Start();
        }

        var (inTurn, next) = InTurn(cursor, names, lost ? AllEvery : time.GetElapsedTime(cursor?.ScannedAt ?? 0, now));
        var candidates = new HashSet<string>(inTurn);
        candidates.UnionWith(reported);
        candidates.UnionWith(known.Active.Select(id => id.Text));
        candidates.UnionWith(names.Where(name => !told.ContainsKey(name)));

        var deleted = new HashSet<string>();
        if (mustList)
        {
            deleted.UnionWith(told.Keys.Except(names));
            deleted.UnionWith(known.Ids.Where(id => id.Kind == RunIdKind.Text).Select(id => id.Text).Except(names));
        }

        var changed = await ReadAsync(known, candidates, told, deleted, cancellationToken).ConfigureAwait(false);
        foreach (var name in deleted)
        {
            reader.Forget(name);
        }

        return new RunChanges(
            RunOrder.NewestFirst(changed.Where(reading => IsTold(reading.Summary, known, told))),
            [.. deleted.Select(RunId.Of)],
            new FileCursor
            {
                Told = told.RemoveRange(deleted)
                    .SetItems(changed.Where(reading => reading.IsWritten).Select(reading => KeyValuePair.Create(reading.Summary.Id.Text, reading.Stamp))),
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
            // The directory may come back as another one.
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

    // What the catalog knows was read by this store, unless another one loaded it. Of what it left out because of its limits,
    // nothing is new either.
    private ImmutableDictionary<string, RunStamp> Told(IKnownRuns known, ImmutableArray<string> names) =>
        (known.Limits == RunLimits.None ? known.Ids.Where(id => id.Kind == RunIdKind.Text).Select(id => id.Text) : names)
            .Select(name => (Name: name, Stamp: reader.LastStamp(name)))
            .Where(run => run.Stamp is not null)
            .ToImmutableDictionary(run => run.Name, run => run.Stamp!.Value);

    // A run that the limits left out stays out when it changes.
    private static bool IsTold(RunSummary run, IKnownRuns known, ImmutableDictionary<string, RunStamp> told) =>
        known.Limits == RunLimits.None
        || known.Contains(run.Id)
        || (!told.ContainsKey(run.Id.Text) && (known.Limits.Since is null || run.Started is null || run.Started >= known.Limits.Since));

    private static (IEnumerable<string> Names, int Next) InTurn(FileCursor? cursor, ImmutableArray<string> names, TimeSpan elapsed)
    {
        if (cursor is null || elapsed >= AllEvery || names.Length == 0)
        {
            return (names, 0);
        }

        var count = (int)Math.Ceiling(names.Length * (elapsed / AllEvery));
        var first = cursor.Next % names.Length;
        return (Enumerable.Range(first, count).Select(i => names[i % names.Length]), (first + count) % names.Length);
    }

    private async Task<IReadOnlyList<SummaryReading>> ReadAsync(
        IKnownRuns known,
        HashSet<string> candidates,
        ImmutableDictionary<string, RunStamp> told,
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
            var isTold = told.TryGetValue(name, out var last);
            if (!stamp.Run.Exists && (isTold || known.Contains(RunId.Of(name))))
            {
                deleted.Add(name);
            }
            else if (stamp.Run.Exists && (!isTold || stamp != last))
            {
                changed.Add(name);
            }
        }

        var readings = await listing.ReadAsync(changed, cancellationToken).ConfigureAwait(false);
        // A new run whose first files are being written is told when they are.
        return [.. readings.Where(reading => reading.IsWritten || told.ContainsKey(reading.Summary.Id.Text))];
    }
}
