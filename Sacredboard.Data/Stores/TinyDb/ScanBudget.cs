namespace Sacredboard.Data.Stores.TinyDb;

/// <summary>
/// Lets a file be scanned for a tenth of the time on the long run. A scan is not put off while the pauses owed are shorter than the
/// time between two heartbeats, so that each of them is seen at once.
/// </summary>
internal sealed class ScanBudget(TimeProvider time)
{
    private const int PauseFactor = 10;

    private static readonly TimeSpan MaxOwed = TimeSpan.FromSeconds(10);

    private TimeSpan _owed;
    private long _since;

    public bool IsSpent => Owed() > MaxOwed;

    /// <param name="began">Timestamp of the scan's beginning.</param>
    public void Spend(long began) => (_owed, _since) = (Owed() + (time.GetElapsedTime(began) * PauseFactor), time.GetTimestamp());

    private TimeSpan Owed()
    {
        var rest = _owed - time.GetElapsedTime(_since);
        return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
    }
}
