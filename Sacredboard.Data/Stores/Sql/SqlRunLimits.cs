namespace Sacredboard.Data.Stores.Sql;

/// <param name="Read">A longer text is not read at all, in bytes.</param>
/// <param name="Keep">Of a longer text only the small members are kept, in characters.</param>
internal readonly record struct SqlJsonLimit(int Read, int Keep);

/// <summary>How much of a run is read.</summary>
/// <param name="Config">Of its config.</param>
/// <param name="Info">Of its info.</param>
/// <param name="Trace">So many of the last characters of its traceback; null for all.</param>
internal sealed record SqlRunLimits(SqlJsonLimit Config, SqlJsonLimit Info, int? Trace)
{
    /// <summary>No page can show more.</summary>
    private const int MaxRead = 256 << 20;

    /// <summary>A database sends what is read of each run again and again, so that less of a long info is read than of a file.</summary>
    private const int MaxInfoOfSummary = 1 << 20;

    public static readonly SqlRunLimits Summary = new(
        new(SummarySize.MaxRead, SummarySize.Max), new(MaxInfoOfSummary, SummarySize.MaxInfo), 8000);

    public static readonly SqlRunLimits Whole = new(new(MaxRead, MaxRead), new(MaxRead, MaxRead), null);
}
