using Sacredboard.Data.Catalog;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.RunPage;

/// <summary>Tells whether the page of a run is no longer as a script knows it.</summary>
public sealed class RunChanges(CatalogWaiter waiter)
{
    /// <summary>Another one for every change of the run or of the state of its source. Taken before the run is read, so that no change is lost.</summary>
    public static string TokenOf(RunCatalog catalog, RunId id) => $"{catalog.Snapshot.Find(id)?.Version}-{(int)catalog.State.Phase}";

    /// <param name="catalog">Of the run's source.</param>
    /// <param name="id">The run.</param>
    /// <param name="known">What <see cref="TokenOf"/> said when the page was made.</param>
    /// <param name="waitSeconds">How long to wait for a change.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<bool> HasChangedAsync(RunCatalog catalog, RunId id, string known, int waitSeconds, CancellationToken cancellationToken)
    {
        return waiter.WaitAsync(catalog, waitSeconds, HasChangedAsync, cancellationToken);

        async Task<bool> HasChangedAsync()
        {
            await catalog.RefreshAsync([id], cancellationToken);
            return TokenOf(catalog, id) != known;
        }
    }
}
