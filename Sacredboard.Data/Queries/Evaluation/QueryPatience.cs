namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>
/// How long the regular expressions of one query may take in all. They never backtrack, but a large one over 100,000 long texts is
/// slow nevertheless, and somebody else waits for the processor.
/// </summary>
internal sealed class QueryPatience(TimeProvider time)
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    private readonly long _started = time.GetTimestamp();

    public void Check()
    {
        if (time.GetElapsedTime(_started) > Most)
        {
            throw new QueryTooSlowException();
        }
    }
}

/// <summary>The regular expressions of a query take too long.</summary>
internal sealed class QueryTooSlowException : Exception;
