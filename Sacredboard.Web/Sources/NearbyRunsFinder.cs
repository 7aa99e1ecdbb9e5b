using System.Collections.Concurrent;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Web.Sources;

/// <summary>
/// Finds runs of Sacred around a place that has none, because users give the directory above: <c>results</c> instead of
/// <c>results/sacred</c>. The directory above may hold logs of TensorBoard too, which are then the runs of the place.
/// </summary>
public sealed class NearbyRunsFinder(TimeProvider time)
{
    /// <summary>A page does not wait longer for a slow disk; the next one has the answer.</summary>
    private static readonly TimeSpan SearchTimeout = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Search> _searches = new();

    /// <summary>
    /// Null while the runs of the source are not read, when it has runs of Sacred or is no directory, and on a slow disk.
    /// </summary>
    public async Task<NearbyRuns?> FindAsync(Source source, CancellationToken cancellationToken)
    {
        if (source.Info.Place.Directory is not { } place
            || source.Catalog is not { State.Phase: CatalogPhase.Current, Snapshot.Runs.Count: var count }
            || (count > 0 && !source.Info.PassesOverRuns))
        {
            return null;
        }

        var search = _searches.GetValueOrDefault(place);
        if (search is null || (search.Found.IsCompleted && time.GetElapsedTime(search.Began) > KeptFor))
        {
            search = _searches[place] = new(time.GetTimestamp(), Task.Run(() => NearbyRuns.Around(place), CancellationToken.None));
        }

        await Task.WhenAny(search.Found, Task.Delay(SearchTimeout, time, cancellationToken));
        return search.Found.IsCompletedSuccessfully ? await search.Found : null;
    }

    private sealed record Search(long Began, Task<NearbyRuns> Found);
}
