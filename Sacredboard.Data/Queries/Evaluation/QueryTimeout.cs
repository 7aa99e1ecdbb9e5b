namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>
/// Limits the time of all regular expressions of one query. They never backtrack, but a large one is slow on 100,000 long texts,
/// and other requests need the processor.
/// </summary>
internal sealed class QueryTimeout(TimeProvider time)
{
    private static readonly TimeSpan Max = TimeSpan.FromSeconds(5);

    private readonly long _started = time.GetTimestamp();

    public void Check()
    {
        if (time.GetElapsedTime(_started) > Max)
        {
            throw new QueryTooSlowException();
        }
    }
}

/// <summary>The regular expressions of a query take too long.</summary>
internal sealed class QueryTooSlowException : Exception;
