namespace Sacredboard.Web.Models.RunPage;

/// <summary>A run that Sacred heard nothing more of, though it did not end, or ended later.</summary>
/// <param name="IsDead">It is stored as running; otherwise it ended, and what it recorded before is not whole.</param>
/// <param name="Last">When it last gave a sign of life: its last heartbeat.</param>
/// <param name="Started">Its start, which counts where there was no heartbeat at all.</param>
/// <param name="Interval">How often it beat, where that is known: "10 s".</param>
public sealed record RunSilence(bool IsDead, DateTime? Last, DateTime? Started, string? Interval);
