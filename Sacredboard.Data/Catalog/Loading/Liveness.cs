using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Catalog.Loading;

/// <summary>Tells a run that goes on from one that was killed without a word.</summary>
internal static class Liveness
{
    /// <summary>How many of its own beat intervals a run may miss.</summary>
    private const int Beats = 6;

    /// <summary>
    /// True for a RUNNING run whose last sign of life (its start, before the first beat) is too long ago. Never for one
    /// that was told not to beat, nor for one whose clock is ahead of ours.
    /// </summary>
    public static bool IsDead(CatalogRun run, TimeSpan deadAfter, DateTimeOffset now)
    {
        if (run.StoredStatus != RunStatus.Running || run.BeatInterval <= TimeSpan.Zero || (run.Heartbeat ?? run.Started) is not { } sign)
        {
            return false;
        }

        // A recorded interval is text that anybody may have typed: six times it may be more than a TimeSpan holds.
        var silence = now.UtcDateTime - sign;
        var patience = Math.Max(deadAfter.Ticks, (run.BeatInterval?.Ticks ?? 0d) * Beats);
        return silence.Ticks > patience;
    }
}
