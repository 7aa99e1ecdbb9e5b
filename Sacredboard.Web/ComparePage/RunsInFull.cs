using System.Collections.Concurrent;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Web.ComparePage;

/// <summary>Reads a few of the compared runs from the storage.</summary>
internal static class RunsInFull
{
    private const int AtOnce = 4;

    /// <param name="request">The comparison.</param>
    /// <param name="places">The indices of the runs.</param>
    /// <param name="trees">What is compared.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>By index; without those that are gone or stored wrongly.</returns>
    public static async Task<IReadOnlyDictionary<int, Run>> ReadAsync(
        CompareRequest request, IEnumerable<int> places, RunTrees trees, CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<int, Run>();
        await Parallel.ForEachAsync(
            places.Distinct(),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (place, token) =>
            {
                var (source, id) = request.Runs[place].Named;
                if (await OrNullAsync(source.Runs.FindAsync(id, new(trees), token)) is { } run)
                {
                    found[place] = run;
                }
            });
        return found;
    }

    /// <summary>Null for what is stored wrongly, which is no reason for an error page.</summary>
    public static async Task<T?> OrNullAsync<T>(Task<T?> reading)
        where T : class
    {
        try
        {
            return await reading;
        }
        catch (RunStoreException exception) when (exception.Problem == RunStoreProblem.Unreadable)
        {
            return null;
        }
    }
}
