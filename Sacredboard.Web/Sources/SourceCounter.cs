using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Sources;

/// <summary>Asks the storages of sources whose runs are not read how many there are.</summary>
public sealed class SourceCounter(TimeProvider time)
{
    private const int AtOnce = 4;

    /// <summary>A page does not wait longer for a slow storage; the next one has the answer.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <summary>Counts them into <see cref="Source.LastCounts"/>; returns why those that cannot be counted cannot.</summary>
    public async Task<IReadOnlyDictionary<Source, string>> CountAsync(
        IEnumerable<Source> sources, CancellationToken cancellationToken)
    {
        var problems = new System.Collections.Concurrent.ConcurrentDictionary<Source, string>();
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var counting = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = end.Token };
        try
        {
            await Parallel.ForEachAsync(sources.Where(source => source.Counts is not null), counting, async (source, cancelled) =>
            {
                try
                {
                    source.LastCounts = await source.Counts!.ReadAsync(cancelled);
                }
                catch (RunStoreException exception)
                {
                    problems[source] = exception.Message;
                }
            });
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What was counted before stays.
        }

        return problems;
    }
}
