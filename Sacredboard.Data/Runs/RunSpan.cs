namespace Sacredboard.Data.Runs;

/// <summary>
/// The time from the start of a run to its stop, to now if it goes on, or else to its last heartbeat. The machines that recorded these
/// times may have had wrong clocks.
/// </summary>
/// <param name="Start">The start, UTC.</param>
/// <param name="End">The end, UTC.</param>
/// <param name="IsGoingOn">The end is now, by the clock of this machine.</param>
public readonly record struct RunSpan(DateTime Start, DateTime End, bool IsGoingOn)
{
    /// <summary>No run takes longer, but many machines start with a clock at 1970 or 2000.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(5 * 365);

    /// <summary>The difference of the recorded times; negative when the end is before the start.</summary>
    public TimeSpan Recorded => End - Start;

    /// <summary>The duration; null when a clock was wrong.</summary>
    public TimeSpan? Length => LengthOf(Recorded.Ticks, IsGoingOn);

    /// <summary>Null without a start or an end.</summary>
    public static RunSpan? Of(DateTime? started, DateTime? stopped, DateTime? heartbeat, bool isGoingOn, DateTimeOffset now) =>
        started is { } start && (stopped ?? (isGoingOn ? now.UtcDateTime : heartbeat)) is { } end
            ? new(start, end, isGoingOn && stopped is null)
            : null;

    /// <summary>The <see cref="Length"/> of a span of so many ticks.</summary>
    internal static TimeSpan? LengthOf(long recorded, bool isGoingOn) =>
        recorded >= 0 ? recorded <= Longest.Ticks ? new TimeSpan(recorded) : null
        : recorded >= -Tolerance(isGoingOn).Ticks ? TimeSpan.Zero
        : null;

    // One machine rounds its times; the clocks of two are rarely equal.
    private static TimeSpan Tolerance(bool isGoingOn) => isGoingOn ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(1);
}
