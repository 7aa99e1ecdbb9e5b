using System.Collections.Immutable;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>Where one reader of changes stands.</summary>
/// <param name="Told">The runs told so far, with the state of their files then.</param>
/// <param name="ListedAt">When all of them were looked at.</param>
internal sealed record LogCursor(ImmutableDictionary<string, LogStamp> Told, long ListedAt) : RunCursor;

/// <summary>Finds new, changed and deleted runs: those that go on each time, all of them every few seconds.</summary>
internal sealed class LogChanges(LogRuns runs, TimeProvider time)
{
    private static readonly TimeSpan ListEvery = TimeSpan.FromSeconds(5);

    public async Task<RunChanges> ReadAsync(IKnownRuns known, LogCursor? cursor, CancellationToken cancellationToken)
    {
        var lists = cursor is null || time.GetElapsedTime(cursor.ListedAt) >= ListEvery;
        var told = cursor?.Told ?? AsLoaded(known);
        var names = lists ? runs.List() : [.. told.Where(run => run.Value.GoesOn).Select(run => run.Key)];
        var changed = new List<RunSummary>();
        foreach (var name in names)
        {
            var stamp = runs.Stamp(name);
            var isTold = told.TryGetValue(name, out var before);
            told = told.SetItem(name, stamp);
            if ((!isTold || before != stamp) && IsWanted(name, isTold, known)
                && await runs.FindAsync(name, cancellationToken).ConfigureAwait(false) is { } run && IsWithin(run, known))
            {
                changed.Add(run);
            }
        }

        var deleted = lists ? told.Keys.Concat(known.Ids.Where(id => id.Kind == RunIdKind.Text).Select(id => id.Text)).Except(names).ToList() : [];
        return new RunChanges(
            [.. changed.OrderByDescending(run => run.Started)],
            [.. deleted.Select(RunId.Of)],
            new LogCursor(told.RemoveRange(deleted), lists ? time.GetTimestamp() : cursor!.ListedAt));
    }

    private ImmutableDictionary<string, LogStamp> AsLoaded(IKnownRuns known) =>
        known.Ids.Where(id => id.Kind == RunIdKind.Text && runs.LastRead(id.Text) is not null).ToImmutableDictionary(id => id.Text, id => runs.LastRead(id.Text)!.Value);

    // A run that the limits left out stays out when it changes; one that came later is in.
    private static bool IsWanted(string name, bool isTold, IKnownRuns known) => known.Limits == RunLimits.None || known.Contains(RunId.Of(name)) || !isTold;

    private static bool IsWithin(RunSummary run, IKnownRuns known) =>
        known.Contains(run.Id) || known.Limits.Since is null || run.Started is null || run.Started >= known.Limits.Since;
}
