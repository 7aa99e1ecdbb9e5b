using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Export;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Groups;
using Sacredboard.Web.Models.Query;
using Sacredboard.Web.Models.Shared;
using Sacredboard.Web.Models.Table;
using Sacredboard.Web.Models.TablePage;
using Sacredboard.Web.RunAddress;
using Sacredboard.Web.SavedViews;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.TablePage;

/// <summary>Makes the page with the table of runs from the present state of a source's catalog.</summary>
/// <param name="source">The source of the runs.</param>
/// <param name="urls">The addresses of that source's pages.</param>
public sealed class TablePageMaker(Source source, SourceUrls urls)
{
    /// <param name="resolved">The table. A page number after the last one becomes the last one.</param>
    /// <param name="problems">The parameters of the URL that could not be read.</param>
    /// <param name="details">The content of expanded rows by segment; null for none.</param>
    /// <param name="shown">The columns of an open page; null for a new one, which gets the default ones.</param>
    public TablePageViewModel Make(
        ResolvedTable resolved,
        IReadOnlyList<TableProblem> problems,
        IReadOnlyDictionary<string, RowDetailViewModel>? details = null,
        IReadOnlyList<RunField>? shown = null)
    {
        var snapshot = resolved.Snapshot;
        var state = source.Catalog.State;
        problems = [.. problems, .. resolved.Notes, .. MemberProblems.Of(source)];
        var result = snapshot.Queries().Find(resolved.Runs);
        var groups = Groups(resolved);
        var pager = new RunPager(resolved.State.Page, resolved.State.Size, groups?.GroupCount ?? result.Matched, result.Total);
        if (resolved.State.Page > pager.Pages)
        {
            problems = [.. problems, new TableProblem("page", $"There is no page {resolved.State.Page}; this is the last page.")];
            pager = pager with { Page = pager.Pages };
            resolved = resolved with { State = resolved.State with { Page = pager.Page } };
            result = snapshot.Queries().Find(resolved.Runs);
            groups = Groups(resolved);
        }

        var tableState = resolved.State;
        var links = new TableUrls(urls.Runs, tableState);
        var pages = new RunUrls(urls, tableState);
        var pending = PendingStatistics.Of(resolved);
        var specs = shown is null || tableState.Columns is not null
            ? resolved.Columns.All
            : RunColumn.Extend(shown, resolved.Columns.All);
        IReadOnlyList<RunColumn> columns =
            [.. RunColumn.For(result, resolved.Runs, specs, snapshot).Select(column => Marked(column, resolved.Columns))];
        IReadOnlyList<RunColumn> own = [.. columns.Skip(RunColumn.Fixed.Count)];
        var table = groups is null ? null : new GroupTableMaker(urls, resolved).Make(groups, links);
        return new()
        {
            Source = source,
            State = SourceStateViewModel.Of(state),
            Resolved = resolved,
            QueryBox = QueryBoxViewModel.Of(tableState, resolved.Error, result.Notes, links, urls),
            Urls = links,
            Problems = problems,
            Statuses = StatusTabs.Of(result.Statuses, tableState, links, state.Limit is not null),
            Table = new()
            {
                Headings = [.. columns.Select((column, i) => RunOrder.Heading(column, tableState.Sort) with { Index = i })],
                Rows = [.. result.Runs.Select((run, i) => Row(snapshot, run, columns, links, pages, details) with { Index = i })],
                Totals = groups is null ? Totals(resolved, result.Matched, own) : null,
                HasDefaultColumns = tableState.Columns is null,
            },
            Groups = table,
            Charts = TableChartsMaker.Make(source, snapshot, tableState, result.Runs.Select(run => run.Id), urls),
            Statistics = StatisticsProgressViewModel.Of(resolved.Progress(result), pending),
            Pending = pending,
            Pager = pager,
            ColumnsUrl = new TableUrls(urls.Columns, tableState with { Open = [] }).Self,
            Order = table?.Order ?? RunOrder.Of(tableState.Sort, columns),
            ChangesUrl = links.At(urls.Changes, own.Select(column => column.Field)),
            ValueUrl = urls.Value,
            SelectionUrl = links.Export(urls.Selection, own.Select(column => column.Field)),
            Token = TableToken.Of(result, resolved, state).With(columns),
        };
    }

    /// <summary>The page with the menus above the table.</summary>
    public TablePageViewModel WithMenus(TablePageViewModel page, SavedViewList saved, DateTimeOffset now)
    {
        var views = SavedViewMenus.Of(saved, urls, page.Urls, page.TableState.View);
        IEnumerable<TableProblem> gone = page.TableState.View is { } view && views.Current is null && saved.Problem is null
            ? [new("view", $"The saved view {view} does not exist any more; the table is as in the address.")]
            : [];
        return page with
        {
            Views = views,
            GroupMenu = GroupMenu.Of(page.Urls, page.TableState, page.Resolved.Snapshot, [.. page.Table.Columns]),
            Export = ExportMenu.Of(page, urls, now),
            Problems = [.. page.Problems, .. gone],
        };
    }

    // What was asked for is also shown on a narrow screen.
    private static RunColumn Marked(RunColumn column, TableColumns columns) =>
        columns.Asked.Contains(column.Field) ? column with { Css = column.Css + " asked" } : column;

    private static TotalsViewModel? Totals(ResolvedTable resolved, int matched, IReadOnlyList<RunColumn> columns) =>
        TotalsViewModel.Of(ColumnTotals.Of(resolved.Snapshot, resolved.Runs, matched, columns), matched, RunColumn.Fixed.Count);

    private GroupQueryResult? Groups(ResolvedTable resolved) =>
        resolved.State.Grouping is null ? null : new GroupTableMaker(urls, resolved).Find();

    private RunRowViewModel Row(
        CatalogSnapshot snapshot,
        CatalogRun run,
        IReadOnlyList<RunColumn> columns,
        TableUrls links,
        RunUrls pages,
        IReadOnlyDictionary<string, RowDetailViewModel>? details)
    {
        var segment = urls.Segment(run.Id);
        return new()
        {
            Run = run,
            Snapshot = snapshot,
            Columns = columns,
            Segment = segment,
            Url = pages.Run(run.Id),
            Toggled = links.Toggled(segment),
            Detail = details?.GetValueOrDefault(segment),
        };
    }
}
