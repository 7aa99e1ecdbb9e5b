using System.Collections.Immutable;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.RunFolders;

/// <summary>Compares runs that may have changed with the states in which they were last reported, and reads those that have.</summary>
internal sealed class RunComparison(IRunFolders folders, RunFolderReader reader, RunListing listing)
{
    /// <summary>The known runs that this store read, with the states of their files at that time.</summary>
    /// <param name="known">The runs of the catalog.</param>
    /// <param name="all">
    /// All runs. With limits, runs that the catalog left out are not new either, so all that were read count.
    /// </param>
    public ImmutableDictionary<string, RunStamp> KnownStamps(IKnownRuns known, IEnumerable<string> all) =>
        (known.Limits == RunLimits.None ? known.Ids.Where(id => id.Kind == RunIdKind.Text).Select(id => id.Text) : all)
            .Select(name => (Name: name, Stamp: reader.LastStamp(name)))
            .Where(run => run.Stamp is not null)
            .ToImmutableDictionary(run => run.Name, run => run.Stamp!.Value);

    /// <param name="known">The runs of the catalog.</param>
    /// <param name="candidates">The runs to look at.</param>
    /// <param name="stamps">The runs reported so far.</param>
    /// <param name="deleted">Runs that are known to be gone; those that turn out to be are added.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public async Task<ComparedRuns> CompareAsync(
        IKnownRuns known,
        IReadOnlyCollection<string> candidates,
        ImmutableDictionary<string, RunStamp> stamps,
        HashSet<string> deleted,
        CancellationToken cancellationToken)
    {
        var changed = new List<string>();
        foreach (var name in candidates)
        {
            if (deleted.Contains(name))
            {
                continue;
            }

            var stamp = await folders.StampAsync(name, cancellationToken).ConfigureAwait(false);
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
        var reported = readings.Where(reading => reading.IsWritten || stamps.ContainsKey(reading.Summary.Id.Text)).ToList();
        foreach (var name in deleted)
        {
            reader.Forget(name);
        }

        return new(
            RunOrder.NewestFirst(reported.Where(reading => IsWanted(reading.Summary, known, stamps))),
            [.. deleted.Select(RunId.Of)],
            stamps.RemoveRange(deleted)
                .SetItems(reported.Where(reading => reading.IsWritten)
                    .Select(reading => KeyValuePair.Create(reading.Summary.Id.Text, reading.Stamp))));
    }

    // A run that the limits left out stays out when it changes.
    private static bool IsWanted(RunSummary run, IKnownRuns known, ImmutableDictionary<string, RunStamp> stamps) =>
        known.Limits == RunLimits.None
        || known.Contains(run.Id)
        || (!stamps.ContainsKey(run.Id.Text) && (known.Limits.Since is null || run.Started is null || run.Started >= known.Limits.Since));
}

/// <param name="Changed">The summaries of new and changed runs, newest first.</param>
/// <param name="Deleted">The runs that are gone.</param>
/// <param name="Stamps">The runs reported so far, with the states of their files.</param>
internal sealed record ComparedRuns(
    IReadOnlyList<RunSummary> Changed, IReadOnlyList<RunId> Deleted, ImmutableDictionary<string, RunStamp> Stamps);
