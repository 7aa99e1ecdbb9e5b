using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.RunPage;

namespace Sacredboard.Web.RunPage;

/// <summary>Finds out whether Sacred stopped recording a run before it ended.</summary>
internal static class RunSilences
{
    // The last heartbeat of a run that completes is written after its end; times are rounded.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(100);

    /// <summary>Null when nothing is missing.</summary>
    /// <param name="run">The run.</param>
    /// <param name="heartbeatsAreRare">See <see cref="Sacredboard.Data.Stores.RunStoreInfo.HeartbeatsAreRare"/>.</param>
    public static RunSilence? Of(CatalogRun run, bool heartbeatsAreRare)
    {
        if (run.BeatInterval <= TimeSpan.Zero)
        {
            return null;
        }

        var interval = run.BeatInterval is { } every ? DurationText.Of(every) : null;
        return heartbeatsAreRare && run.StoredStatus == RunStatus.Running ? new(SilenceKind.Unheard, run.Heartbeat, run.Started, interval)
            : run.IsDead ? new(SilenceKind.Dead, run.Heartbeat, run.Started, interval)
            : run is { StoredStatus: RunStatus.Completed, Stopped: { } stopped } && !(run.Heartbeat >= stopped - Tolerance)
                ? new(SilenceKind.Dropped, run.Heartbeat, run.Started, interval)
            : null;
    }
}
