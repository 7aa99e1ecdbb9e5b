using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.TablePage;

/// <summary>Finds out whether a page of the table has changed since a script last asked.</summary>
public sealed class TableChanges(CatalogWaiter waiter)
{
    /// <param name="table">The table of the page.</param>
    /// <param name="known">The token of the page; null if it is unknown.</param>
    /// <param name="waitSeconds">Maximum time to wait for a change.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<bool> HasChangedAsync(TableRequest table, TableToken? known, int waitSeconds, CancellationToken cancellationToken)
    {
        var catalog = table.Source.Catalog;
        return waiter.WaitAsync(catalog, waitSeconds, HasChangedAsync, cancellationToken);

        async Task<bool> HasChangedAsync()
        {
            var resolved = table.Resolve();
            var result = resolved.Snapshot.Queries().Find(resolved.Runs);
            await catalog.RefreshAsync([.. result.Runs.Select(run => run.Id)], cancellationToken);
            if (catalog.Snapshot != resolved.Snapshot)
            {
                resolved = table.Resolve();
                result = resolved.Snapshot.Queries().Find(resolved.Runs);
            }

            if (known is null || (resolved.State.DependsOnAllRuns && result.Version != known.Value.Version))
            {
                return true;
            }

            var token = TableToken.Of(result, resolved, catalog.State);
            List<RunField> shown = [.. resolved.State.ShownFields(), .. resolved.Columns.Fields];
            return token.Rest != known.Value.Rest || result.Runs.Any(run => resolved.Snapshot.VersionOf(run, shown) > known.Value.Version);
        }
    }
}
