using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Sources;

/// <summary>
/// Tells whether a page is no longer as a script knows it, waiting a while for that to happen if asked to: so a
/// page on which nothing runs need not ask often, and yet shows a new run at once.
/// </summary>
public sealed class RunChangeWaiter(TimeProvider time, IHostApplicationLifetime lifetime)
{
    private const int LongestWait = 20;

    // What others change in ended runs is only seen by reading them anew, and a state is not announced.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    /// <param name="catalog">Of the page's source.</param>
    /// <param name="query">What the page shows.</param>
    /// <param name="known">What the page was made of.</param>
    /// <param name="waitSeconds">How long to wait for a change.</param>
    /// <param name="ofAny">The page is made of all runs, as groups are, so that a change of any matters.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<bool> HasChangedAsync(
        RunCatalog catalog, TableState query, TableToken? known, int waitSeconds, bool ofAny, CancellationToken cancellationToken)
    {
        return LookUntilAsync(catalog, waitSeconds, HasChangedAsync, cancellationToken);

        async Task<bool> HasChangedAsync()
        {
            var snapshot = catalog.Snapshot;
            var page = Look(snapshot, query);
            await catalog.RefreshAsync([.. page.Runs.Select(run => run.Id)], cancellationToken);
            if (catalog.Snapshot != snapshot)
            {
                snapshot = catalog.Snapshot;
                page = Look(snapshot, query);
            }

            if (known is null || (ofAny && page.Version != known.Value.Version))
            {
                return true;
            }

            List<RunField> shown = [.. query.ShownFields()];
            return TableToken.Of(page, catalog.State, snapshot.Progress([.. page.Metrics, .. shown])).Rest != known.Value.Rest
                || page.Runs.Any(run => snapshot.VersionOf(run, shown) > known.Value.Version);
        }
    }

    /// <summary>The same for the page of one run.</summary>
    /// <param name="known">What <see cref="TokenOf"/> said when the page was made.</param>
    public Task<bool> HasChangedAsync(RunCatalog catalog, RunId id, string known, int waitSeconds, CancellationToken cancellationToken)
    {
        return LookUntilAsync(catalog, waitSeconds, HasChangedAsync, cancellationToken);

        async Task<bool> HasChangedAsync()
        {
            await catalog.RefreshAsync([id], cancellationToken);
            return TokenOf(catalog, id) != known;
        }
    }

    /// <summary>Another one for every change of the run or of the state of its source. Taken before the run is read, so that no change is lost.</summary>
    public static string TokenOf(RunCatalog catalog, RunId id) => $"{catalog.Snapshot.Find(id)?.Version}-{(int)catalog.State.Phase}";

    private static RunQueryResult Look(CatalogSnapshot snapshot, TableState query) =>
        snapshot.Query(query.Readable(snapshot, out _).ToRunQuery());

    private async Task<bool> LookUntilAsync(RunCatalog catalog, int waitSeconds, Func<Task<bool>> look, CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + TimeSpan.FromSeconds(Math.Clamp(waitSeconds, 0, LongestWait));
        while (true)
        {
            if (await look())
            {
                return true;
            }

            var left = end - time.GetUtcNow();
            if (left <= TimeSpan.Zero || lifetime.ApplicationStopping.IsCancellationRequested)
            {
                return false;
            }

            await WaitAsync(catalog, left < LookAgain ? left : LookAgain, cancellationToken);
        }
    }

    private async Task WaitAsync(RunCatalog catalog, TimeSpan span, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(span, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, lifetime.ApplicationStopping, cancellationToken);
        try
        {
            await catalog.WaitAsync(catalog.Snapshot.Version, end.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing happened; the caller looks whether there is time left.
        }
    }
}
