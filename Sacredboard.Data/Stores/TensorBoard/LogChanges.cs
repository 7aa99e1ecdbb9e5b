using System.Collections.Immutable;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>Position of one reader of changes.</summary>
/// <param name="Reported">The runs reported so far, with the stamps of their files then.</param>
/// <param name="ListedAt">When all runs were last listed.</param>
internal sealed record LogCursor(ImmutableDictionary<string, LogStamp> Reported, long ListedAt) : RunCursor;

/// <summary>Finds new, changed and deleted runs: active runs with each call, all runs every few seconds.</summary>
internal sealed class LogChanges(LogRuns runs, TimeProvider time)
{
    private static readonly TimeSpan ListInterval = TimeSpan.FromSeconds(5);

    public async Task<RunChanges> ReadAsync(IKnownRuns known, LogCursor? cursor, CancellationToken cancellationToken)
    {
        var lists = cursor is null || time.GetElapsedTime(cursor.ListedAt) >= ListInterval;
        var reported = cursor?.Reported ?? FromCatalog(known);
        var names = lists ? runs.List() : [.. reported.Where(run => run.Value.IsActive).Select(run => run.Key)];
        var changed = new List<RunSummary>();
        foreach (var name in names)
        {
            var stamp = runs.Stamp(name);
            var isReported = reported.TryGetValue(name, out var before);
            reported = reported.SetItem(name, stamp);
            if ((!isReported || before != stamp) && IsWanted(name, isReported, known)
                && await runs.FindAsync(name, cancellationToken).ConfigureAwait(false) is { } run && IsWithin(run, known))
            {
                changed.Add(run);
            }
        }

        var deleted = lists
            ? reported.Keys.Concat(known.Ids.Where(id => id.Kind == RunIdKind.Text).Select(id => id.Text)).Except(names).ToList()
            : [];
        return new RunChanges(
            [.. changed.OrderByDescending(run => run.Started)],
            [.. deleted.Select(RunId.Of)],
            new LogCursor(reported.RemoveRange(deleted), lists ? time.GetTimestamp() : cursor!.ListedAt));
    }

    private ImmutableDictionary<string, LogStamp> FromCatalog(IKnownRuns known) =>
        known.Ids.Where(id => id.Kind == RunIdKind.Text && runs.LastStamp(id.Text) is not null)
            .ToImmutableDictionary(id => id.Text, id => runs.LastStamp(id.Text)!.Value);

    // A run outside the limits stays out when it changes; a new one is within them.
    private static bool IsWanted(string name, bool isReported, IKnownRuns known) =>
        known.Limits == RunLimits.None || known.Contains(RunId.Of(name)) || !isReported;

    private static bool IsWithin(RunSummary run, IKnownRuns known) =>
        known.Contains(run.Id) || known.Limits.Since is null || run.Started is null || run.Started >= known.Limits.Since;
}
