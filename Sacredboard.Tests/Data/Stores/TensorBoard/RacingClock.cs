namespace Sacredboard.Tests.Data.Stores.TensorBoard;

/// <summary>Its time stamps run ahead, so that nothing counts as just looked at.</summary>
internal sealed class RacingClock : TimeProvider
{
    private long _stamp;

    public DateTimeOffset? Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now ?? base.GetUtcNow();

    public override long GetTimestamp() => Interlocked.Add(ref _stamp, 10 * TimestampFrequency);
}
