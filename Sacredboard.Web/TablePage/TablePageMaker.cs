using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Groups;
using Sacredboard.Web.Models.Query;
using Sacredboard.Web.Models.Shared;
using Sacredboard.Web.Models.Table;
using Sacredboard.Web.Models.TablePage;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.TablePage;

/// <summary>Makes the page with the table of runs out of what the catalog of a source holds at this moment.</summary>
/// <param name="source">Whose runs.</param>
/// <param name="urls">The addresses of that source's pages.</param>
public sealed class TablePageMaker(Source source, SourceUrls urls)
{
    /// <param name="query">What is asked for. A page behind the last one becomes the last one.</param>
    /// <param name="problems">What of the URL could not be understood.</param>
    /// <param name="details">What the expanded rows show, by segment; null for none.</param>
    /// <param name="shown">The columns of a page that is open already; null to choose them.</param>
    public TablePageViewModel Make(
        TableState query,
        IReadOnlyList<TableProblem> problems,
        IReadOnlyDictionary<string, RowDetailViewModel>? details = null,
        IReadOnlyList<RunField>? shown = null)
    {
        var snapshot = source.Catalog.Snapshot;
        var state = source.Catalog.State;
        query = query.Meant(snapshot, out var taken).Readable(snapshot, out var error);
        problems = [.. problems, .. taken.Distinct()];
        var page = snapshot.Query(query.ToRunQuery());
        var groups = Groups(snapshot, query);
        var pager = new RunPager(query.Page, query.Size, groups?.GroupCount ?? page.Matched, page.Total);
        if (query.Page > pager.Pages)
        {
            problems = [.. problems, new TableProblem("page", $"There is no page {query.Page}; this is the last one.")];
            query = query with { Page = pager.Pages };
            page = snapshot.Query(query.ToRunQuery());
            groups = Groups(snapshot, query);
            pager = pager with { Page = query.Page };
        }

        var links = new TableUrls(urls.Runs, query);
        var summaries = snapshot.Progress([.. page.Metrics, .. query.ShownFields()]);
        var columns = RunColumn.For(page, query.ToRunQuery(), query.Columns ?? (shown is null ? null : RunColumn.Grown(page, shown, snapshot)), snapshot);
        var table = groups is null ? null : new GroupTableMaker(urls, snapshot, query).Make(groups, links);
        return new()
        {
            Source = source,
            State = SourceStateViewModel.Of(state),
            Query = query,
            QueryBox = QueryBoxViewModel.Of(query, error, page.Notes, links, urls),
            Urls = links,
            Problems = problems,
            Statuses = Filters(page.Statuses, query, links),
            Table = new()
            {
                Headings = [.. columns.Select(column => RunOrder.Heading(column, query.Sort))],
                Rows = [.. page.Runs.Select((run, i) => Row(snapshot, run, columns, links, details) with { Index = i })],
                Totals = groups is null ? TotalsViewModel.Of(snapshot, query.ToRunQuery(), page.Matched, RunColumn.Fixed.Count, [.. columns.Skip(RunColumn.Fixed.Count)]) : null,
                IsUsual = query.Columns is null,
            },
            Groups = table,
            Summaries = SummariesViewModel.Of(summaries),
            Pager = pager,
            ColumnsUrl = new TableUrls(urls.Columns, query with { Open = [] }).Self,
            Order = table?.Order ?? RunOrder.Of(query.Sort, columns),
            ChangesUrl = links.At(urls.Changes, columns.Skip(RunColumn.Fixed.Count).Select(column => column.Field)),
            Token = TableToken.Of(page, state, summaries).With(columns),
        };
    }

    private GroupQueryResult? Groups(CatalogSnapshot snapshot, TableState query) =>
        query.Grouping is null ? null : new GroupTableMaker(urls, snapshot, query).Find();

    private RunRowViewModel Row(
        CatalogSnapshot snapshot,
        CatalogRun run,
        IReadOnlyList<RunColumn> columns,
        TableUrls links,
        IReadOnlyDictionary<string, RowDetailViewModel>? details)
    {
        var segment = urls.Segment(run.Id);
        return new()
        {
            Run = run,
            Snapshot = snapshot,
            Columns = columns,
            Segment = segment,
            Url = urls.Run(run.Id),
            Toggled = links.Toggled(segment),
            Detail = details?.GetValueOrDefault(segment),
        };
    }

    // The usual ones in their order, then any other that was found, then what is asked for but not there.
    private static IReadOnlyList<StatusFilter> Filters(IReadOnlyList<StatusCount> found, TableState query, TableUrls links)
    {
        var counts = found.ToDictionary(status => status.Status, status => status.Count);
        var others = found.OrderByDescending(status => status.Count).Select(status => status.Status);
        return
        [
            .. StatusLabel.Usual.Concat(others).Concat(query.Statuses).Distinct().Select(status => new StatusFilter(
                StatusLabel.Of(status), status, counts.GetValueOrDefault(status), query.Statuses.Contains(status), links.ToggleStatus(status))),
        ];
    }
}
