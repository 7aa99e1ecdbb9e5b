using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.TinyDb;

/// <summary>The runs as they were when changes were last read.</summary>
internal sealed record TinyDbCursor(TinyDbIndex Index) : RunCursor;

/// <summary>Finds changed runs by the bytes of their documents.</summary>
internal sealed class TinyDbChanges(TinyDbFile file)
{
    public async Task<RunChanges> ReadAsync(IKnownRuns known, TinyDbCursor? cursor, CancellationToken cancellationToken)
    {
        var index = await file.IndexAsync(now: cursor is null, cancellationToken).ConfigureAwait(false);
        if (ReferenceEquals(index, cursor?.Index))
        {
            return new RunChanges([], [], cursor);
        }

        var active = known.Active.ToHashSet();
        var changed = index.NewestFirst
            .Where(document => IsChanged(document, cursor, active) && IsWanted(document, known, cursor))
            .ToList();
        var read = await file.ReadAsync(changed, TinyDbRunReader.Summary, cancellationToken).ConfigureAwait(false);
        if (read.Any(one => !one.IsSame))
        {
            // It is being written already; the next call sees a whole version.
            return new RunChanges([], [], cursor ?? new TinyDbCursor(TinyDbIndex.Empty));
        }

        return new RunChanges(
            [.. read.Select(one => one.Value!)
                .Where(run => known.Limits.Since is null || run.Started is null || run.Started >= known.Limits.Since)],
            [.. known.Ids.Where(id => index.Find(id) is null)],
            new TinyDbCursor(index));

        bool IsChanged(TinyDbDocument document, TinyDbCursor? last, HashSet<RunId> runs) => last is null
            ? runs.Contains(document.Id) || !known.Contains(document.Id)
            : last.Index.Find(document.Id)?.Hash != document.Hash;
    }

    // A run that the limit of their number left out stays out when it changes.
    private static bool IsWanted(TinyDbDocument document, IKnownRuns known, TinyDbCursor? cursor) =>
        known.Limits.MaxRuns is null || known.Contains(document.Id)
        || (cursor is not null && document.Number > cursor.Index.NewestFirst.Select(last => last.Number).FirstOrDefault());
}
