using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Table;

/// <summary>
/// Lets answers to scripts wait until all is known that they depend on: a script asks once, and must not take half of the runs for all.
/// </summary>
public sealed class TableWaiter(CatalogWaiter waiter)
{
    /// <summary>
    /// The table in a snapshot with all runs, in which the statistics of metrics that it needs are known for all of them, or in the latest
    /// one when the time that the request allows is over. Does not wait for a request that is refused anyway.
    /// </summary>
    /// <param name="table">The request.</param>
    /// <param name="isFile">Also waits for default columns.</param>
    /// <param name="namesRuns">The answer is of runs that the request names, which are read however many others are loaded.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<ResolvedTable> ResolveAsync(
        TableRequest table, bool isFile, bool namesRuns, CancellationToken cancellationToken)
    {
        var catalog = table.Source.Catalog;
        var resolved = table.Resolve();
        var needed = Statistics(resolved, isFile);
        if (table.Problems.Count > 0 || resolved.Error is not null || IsKnown())
        {
            return resolved;
        }

        return await waiter.WaitAsync(catalog, table.Wait, () => Task.FromResult(Renew()), cancellationToken) ? resolved : table.Resolve();

        // Looks before it resolves again, which takes a query.
        bool Renew()
        {
            if (catalog.Snapshot.Progress(needed).All(progress => progress.IsComplete) && !IsLoading())
            {
                resolved = table.Resolve();
                needed = Statistics(resolved, isFile);
            }

            return IsKnown();
        }

        bool IsKnown() => resolved.Snapshot.Progress(needed).All(progress => progress.IsComplete) && (namesRuns || resolved.IsLoaded);

        bool IsLoading() => !namesRuns && catalog.State.IsLoading;
    }

    private static List<RunField> Statistics(ResolvedTable resolved, bool isFile)
    {
        var result = resolved.Snapshot.Queries().Find(resolved.Runs with { Take = 0 });
        return
        [
            .. result.Metrics.Concat(resolved.State.ShownFields()).Concat(isFile ? resolved.Columns.Fields : [])
                .Where(field => field.Root == FieldRoot.Metric)
                .Distinct(),
        ];
    }
}
