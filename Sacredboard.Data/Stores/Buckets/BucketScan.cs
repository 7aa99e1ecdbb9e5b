using System.Collections.Immutable;
using System.Globalization;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.RunFolders;

namespace Sacredboard.Data.Stores.Buckets;

/// <summary>The cursor of one reader of changes.</summary>
/// <param name="Stamps">The runs reported so far, with the states of their objects at that time.</param>
/// <param name="ListedAt">When all objects were last listed; a timestamp of the clock, like the next.</param>
/// <param name="AskedAt">When active runs were last listed.</param>
internal sealed record BucketCursor(ImmutableDictionary<string, RunStamp> Stamps, long ListedAt, long AskedAt) : RunCursor;

/// <summary>
/// Finds new, changed and deleted runs by listing: every two seconds those that are active and the next that Sacred would number, and from
/// time to time all, the less often the more there are, because each page of 1,000 objects is a request.
/// </summary>
internal sealed class BucketScan(BucketListing listing, RunComparison comparison, TimeProvider time)
{
    private static readonly TimeSpan AskInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MinListInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxListInterval = TimeSpan.FromSeconds(60);

    /// <summary>A run whose objects did not change for so long is not asked for by itself.</summary>
    private static readonly TimeSpan ActiveSpan = TimeSpan.FromHours(1);

    private const int MaxActive = 100;
    private const int MaxNext = 10;
    private const int AtOnce = 8;

    public async Task<RunChanges> ReadAsync(IKnownRuns known, BucketCursor? cursor, CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        if (cursor is null || time.GetElapsedTime(cursor.ListedAt, now) >= ListInterval)
        {
            return await ReadAllAsync(known, cursor, cancellationToken).ConfigureAwait(false);
        }

        if (time.GetElapsedTime(cursor.AskedAt, now) < AskInterval)
        {
            return new RunChanges([], [], cursor);
        }

        var asked = Active(known).Concat(Next()).ToHashSet();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(asked, options, async (run, cancelled) =>
            await listing.RefreshAsync(run, cancelled).ConfigureAwait(false)).ConfigureAwait(false);
        var compared = await comparison.CompareAsync(known, asked, cursor.Stamps, [], cancellationToken).ConfigureAwait(false);
        return new(compared.Changed, compared.Deleted, new BucketCursor(compared.Stamps, cursor.ListedAt, now));
    }

    private TimeSpan ListInterval =>
        TimeSpan.FromSeconds(Math.Clamp(listing.Pages, MinListInterval.TotalSeconds, MaxListInterval.TotalSeconds));

    private async Task<RunChanges> ReadAllAsync(IKnownRuns known, BucketCursor? cursor, CancellationToken cancellationToken)
    {
        var runs = await listing.ListAllAsync(cancellationToken).ConfigureAwait(false);
        var stamps = cursor?.Stamps ?? comparison.KnownStamps(known, runs.Keys);
        var changed = runs.Where(run => !stamps.TryGetValue(run.Key, out var last) || last != RunStamp.Of(run.Value.State))
            .Select(run => run.Key).ToList();
        var deleted = known.Ids.Where(id => id.Kind == RunIdKind.Text).Select(id => id.Text).Concat(stamps.Keys)
            .Where(run => !runs.ContainsKey(run)).ToHashSet();
        var compared = await comparison.CompareAsync(known, changed, stamps, deleted, cancellationToken).ConfigureAwait(false);
        var now = time.GetTimestamp();
        return new(compared.Changed, compared.Deleted, new BucketCursor(compared.Stamps, now, now));
    }

    private IEnumerable<string> Active(IKnownRuns known) => known.Active.Select(id => id.Text)
        .Where(run => listing.Runs.TryGetValue(run, out var found) && IsRecent(found))
        .Take(MaxActive);

    // Sacred numbers runs upwards, so the next run is looked for by its name, in the folders that were written to lately.
    private IEnumerable<string> Next() => listing.Runs.Select(run => (Folder: RunPath.Folder(run.Key) ?? "", Run: run))
        .GroupBy(run => run.Folder, StringComparer.Ordinal)
        .Select(folder => (
            Folder: folder.Key,
            Modified: folder.Max(run => run.Run.Value.State("run.json").Modified),
            Last: folder.Max(run => RunOrder.Number(RunPath.Name(run.Run.Key)))))
        .OrderByDescending(folder => folder.Modified)
        .Take(MaxNext)
        .Select(folder => RunPath.Of(folder.Folder, (folder.Last < 0 ? 1 : folder.Last + 1).ToString(CultureInfo.InvariantCulture)));

    private bool IsRecent(BucketRun run) => time.GetUtcNow().UtcDateTime - DateTime.UnixEpoch.AddTicks(run.Modified) < ActiveSpan;
}
