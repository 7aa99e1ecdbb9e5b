namespace Sacredboard.Tests.Data.Stores.TensorBoard;

/// <summary>A clock whose time stamps run ahead, so that every cached reading has expired.</summary>
internal sealed class RacingClock : TimeProvider
{
    private long _stamp;

    public DateTimeOffset? Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now ?? base.GetUtcNow();

    public override long GetTimestamp() => Interlocked.Add(ref _stamp, 10 * TimestampFrequency);
}
