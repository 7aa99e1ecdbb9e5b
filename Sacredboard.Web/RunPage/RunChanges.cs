using Sacredboard.Data.Catalog;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.RunPage;

/// <summary>Waits for changes of a run that a page shows.</summary>
public sealed class RunChanges(CatalogWaiter waiter)
{
    /// <summary>
    /// Differs after each change of the run or of the state of its source. Take it before reading the run, so that no change is lost.
    /// </summary>
    public static string TokenOf(RunCatalog catalog, RunId id) => $"{catalog.Snapshot.Find(id)?.Version}-{(int)catalog.State.Phase}";

    /// <param name="catalog">Of the run's source.</param>
    /// <param name="id">The run.</param>
    /// <param name="known">The token of the page.</param>
    /// <param name="waitSeconds">How long to wait for a change, in seconds.</param>
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
