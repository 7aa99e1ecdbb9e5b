using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Catalog.Loading;

/// <summary>Detects runs that were killed and could not change their status.</summary>
internal static class Liveness
{
    /// <summary>How many of its own heartbeat intervals a run may miss.</summary>
    private const int Beats = 6;

    /// <summary>
    /// True for a RUNNING run whose last heartbeat (or start, before the first one) is too long ago. Never for a run that is configured
    /// without heartbeats, nor for one whose clock is ahead of ours.
    /// </summary>
    public static bool IsDead(CatalogRun run, TimeSpan deadAfter, DateTimeOffset now)
    {
        if (run.StoredStatus != RunStatus.Running || run.BeatInterval <= TimeSpan.Zero || (run.Heartbeat ?? run.Started) is not { } sign)
        {
            return false;
        }

        // The recorded interval may be any number, so six times it may overflow a TimeSpan.
        var silence = now.UtcDateTime - sign;
        var timeout = Math.Max(deadAfter.Ticks, (run.BeatInterval?.Ticks ?? 0d) * Beats);
        return silence.Ticks > timeout;
    }
}
