using System.Collections.Immutable;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.RunFolders;

namespace Sacredboard.Data.Stores.Files;

/// <summary>The cursor of one reader of changes.</summary>
internal sealed record FileCursor : RunCursor
{
    /// <summary>The runs reported so far, with the state of their files at that time.</summary>
    public required ImmutableDictionary<string, RunStamp> Stamps { get; init; }

    /// <summary>The folders as they were at the last scan.</summary>
    public required FolderTreeState Tree { get; init; }

    /// <summary>The ids of all runs in them.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>Runs that could not be reported yet, because they are being written.</summary>
    public required ImmutableHashSet<string> Pending { get; init; }

    /// <summary>When the known runs were last compared with those that are there; a timestamp of the clock, like the next.</summary>
    public required long ComparedAt { get; init; }

    public required long ScannedAt { get; init; }

    /// <summary>Index in <see cref="Names"/> of the next run to check.</summary>
    public int Next { get; init; }

    public long WatchMark { get; init; }
}

/// <summary>
/// Finds new, changed and deleted runs by the times and sizes of their files. Each scan checks active runs and those that the watch or
/// the tree reports, and the other runs in turn.
/// </summary>
internal sealed class ChangeScan(FileFolders folders, RunComparison comparison, DirectoryWatch? watch, TimeProvider time)
{
    private static readonly TimeSpan CompareInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ScanInterval = TimeSpan.FromSeconds(20);

    // Each directory needs a watch of its own, and the system has few.
    private const int MaxWatched = 2000;

    /// <summary>So many runs are checked in turn in a second at most: what has ended seldom changes.</summary>
    private const int MaxInTurn = 500;

    public async Task<RunChanges> ReadAsync(IKnownRuns known, FileCursor? cursor, CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        var tree = Tree(cancellationToken);
        var names = tree == cursor?.Tree ? cursor.Names : [.. tree.RunIds()];
        var (mark, reported, lost) = Watched(cursor?.WatchMark ?? 0, tree, names.Length);
        var stamps = cursor?.Stamps ?? comparison.KnownStamps(known, names);
        var (due, next) = NextNames(cursor, names, lost ? ScanInterval : time.GetElapsedTime(cursor?.ScannedAt ?? 0, now));
        var (added, removed) = tree.Difference(cursor?.Tree);

        var candidates = new HashSet<string>(due);
        candidates.UnionWith(reported);
        candidates.UnionWith(known.Active.Select(id => id.Text));
        candidates.UnionWith(cursor?.Pending ?? []);
        candidates.UnionWith(added.Where(name => !stamps.ContainsKey(name)));

        var deleted = new HashSet<string>(removed);
        var mustCompare = cursor is null || lost || time.GetElapsedTime(cursor.ComparedAt, now) >= Interval(names.Length);
        if (mustCompare)
        {
            var all = names.ToHashSet();
            deleted.UnionWith(stamps.Keys.Where(name => !all.Contains(name)));
            deleted.UnionWith(known.Ids.Where(id => id.Kind == RunIdKind.Text && !all.Contains(id.Text)).Select(id => id.Text));
        }

        var compared = await comparison.CompareAsync(known, candidates, stamps, deleted, cancellationToken).ConfigureAwait(false);
        return new RunChanges(compared.Changed, compared.Deleted, new FileCursor
        {
            Stamps = compared.Stamps,
            Tree = tree,
            Names = names,
            Pending = [.. candidates.Where(name => !compared.Stamps.ContainsKey(name) && tree.Has(name))],
            ComparedAt = mustCompare ? now : cursor!.ComparedAt,
            ScannedAt = now,
            Next = next,
            WatchMark = mark,
        });
    }

    // Comparing 100,000 runs takes some milliseconds.
    private static TimeSpan Interval(int runs) => CompareInterval * Math.Max(1, runs / 10_000);

    private FolderTreeState Tree(CancellationToken cancellationToken)
    {
        try
        {
            return folders.Update(cancellationToken);
        }
        catch (RunStoreException)
        {
            // The directory may be replaced by another one.
            watch?.Stop();
            throw;
        }
    }

    private (long Mark, IReadOnlyList<string> Reported, bool Lost) Watched(long mark, FolderTreeState tree, int runs)
    {
        if (watch is null)
        {
            return (0, [], false);
        }

        var next = watch.Since(mark, out var reported, out var lost);
        // In a tree the folders are looked at instead.
        if (runs <= MaxWatched && tree.IsFlat)
        {
            watch.Start();
        }

        return (next, reported, lost);
    }

    private static (IEnumerable<string> Names, int Next) NextNames(FileCursor? cursor, ImmutableArray<string> names, TimeSpan elapsed)
    {
        if (cursor is null || names.Length == 0 || (elapsed >= ScanInterval && names.Length <= MaxInTurn * ScanInterval.TotalSeconds))
        {
            return (names, 0);
        }

        var share = Math.Min(names.Length * (elapsed / ScanInterval), MaxInTurn * elapsed.TotalSeconds);
        var count = (int)Math.Clamp(Math.Ceiling(share), 0, names.Length);
        var first = cursor.Next % names.Length;
        return (Enumerable.Range(first, count).Select(i => names[i % names.Length]), (first + count) % names.Length);
    }
}
