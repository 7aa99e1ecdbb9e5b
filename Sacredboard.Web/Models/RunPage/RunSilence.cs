namespace Sacredboard.Web.Models.RunPage;

/// <summary>A run that Sacred heard nothing more of, though it did not end, or ended later.</summary>
/// <param name="Kind">What that means.</param>
/// <param name="Last">When it last gave a sign of life: its last heartbeat.</param>
/// <param name="Started">Its start, which counts where there was no heartbeat at all.</param>
/// <param name="Interval">How often it beat, where that is known: "10 s".</param>
public sealed record RunSilence(SilenceKind Kind, DateTime? Last, DateTime? Started, string? Interval);

public enum SilenceKind
{
    /// <summary>It is stored as running, and was probably killed.</summary>
    Dead,

    /// <summary>It ended, and what it recorded before is not whole.</summary>
    Dropped,

    /// <summary>It is stored as running in a storage that mostly hears of a run again when it ends.</summary>
    Unheard,
}
