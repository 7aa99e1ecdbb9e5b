using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Columns;

namespace Sacredboard.Web.Columns;

/// <summary>The columns of a source while none were chosen: the same on all pages and with all filters, in a fixed order.</summary>
public static class DefaultColumns
{
    /// <summary>While runs are loaded it is not known what tells them apart.</summary>
    private static readonly IReadOnlyList<OwnField> Loading =
        [OwnFields.Experiment, OwnFields.Failure, OwnFields.Started, OwnFields.Duration, OwnFields.Result];

    /// <param name="snapshot">The runs of the source.</param>
    /// <param name="isLoaded">All of them were read.</param>
    /// <param name="withFailures">Failed runs are looked at.</param>
    public static IReadOnlyList<RunField> Of(CatalogSnapshot snapshot, bool isLoaded, bool withFailures)
    {
        if (!isLoaded || snapshot.Runs.Count == 0)
        {
            return [.. Loading.Where(field => withFailures || field != OwnFields.Failure).Select(field => field.Field)];
        }

        var distinctive = snapshot.Queries().Distinctive;
        var own = OwnColumns.All.Where(column => IsShown(column, distinctive, withFailures)).ToLookup(column => column.IsBehindConfig);
        return
        [
            .. own[false].Select(column => column.Field.Field),
            .. DefaultMetrics.Of(snapshot.KnownMetricNames ?? [], snapshot.Runs.Count),
            .. distinctive.Config,
            .. own[true].Select(column => column.Field.Field),
        ];
    }

    private static bool IsShown(OwnColumn column, DistinctiveFields distinctive, bool withFailures) => column.Use switch
    {
        OwnColumnUse.Present => distinctive.Present.Contains(column.Field),
        OwnColumnUse.Differing => distinctive.Differing.Contains(column.Field),
        OwnColumnUse.WhileRunning => distinctive.IsAnyRunning && distinctive.Present.Contains(column.Field),
        OwnColumnUse.WithFailures => withFailures,
        _ => false,
    };
}
