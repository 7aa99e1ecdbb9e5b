using Sacredboard.Data.Queries;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Compare;
using Sacredboard.Web.Models.Selection;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Selection;

/// <summary>Finds out what can be done with selected runs.</summary>
/// <param name="resolved">The table in which they are selected.</param>
/// <param name="urls">The addresses of their source.</param>
public sealed class SelectionMaker(ResolvedTable resolved, SourceUrls urls)
{
    /// <summary>What can be done with all runs that match: the query stands for them, however many they are.</summary>
    public SelectionViewModel OfAll() => Exports(resolved.State) with
    {
        CompareUrl = CompareUrl.Write(urls.Compare, new()
        {
            Runs = CompareUrl.OnlyRuns(resolved.State with { Grouping = null, GroupSort = [] }),
            All = !resolved.State.IsFiltered,
            Page = new() { Table = Origin },
        }),
    };

    /// <summary>What can be done with these runs; nothing where no query finds just these, because there are too many.</summary>
    public SelectionViewModel Of(IReadOnlyList<RunId> ids)
    {
        if (ids.Count == 0 || !ids.All(id => resolved.Snapshot.Find(id) is not null))
        {
            return new();
        }

        var compare = new SelectionViewModel
        {
            CompareUrl = CompareUrl.Write(urls.Compare, new() { Ids = [.. ids.Select(urls.Segment)], Page = new() { Table = Origin } }),
            CompareText = ids.Count == 1 ? "Compare" : $"Compare {ids.Count} runs",
        };
        if (resolved.Snapshot.Queries().TextOf(ids) is not { } text)
        {
            return compare;
        }

        var state = resolved.State with { Text = text, Off = [], Statuses = [] };
        return Exports(state) with
        {
            OnlyUrl = new TableUrls(urls.Runs, state with { Page = 1, Open = [], View = null }).Self,
            CompareUrl = compare.CompareUrl,
            CompareText = compare.CompareText,
        };
    }

    // The columns of the request are those that the page shows, which the address of the table need not name.
    private TableState Origin => resolved.State with { Columns = null, Page = 1, Open = [] };

    private SelectionViewModel Exports(TableState state)
    {
        var table = new TableUrls(urls.Runs, state);
        return new() { CsvUrl = table.Export(urls.Export("csv"), []), JsonUrl = table.Export(urls.Export("json"), []) };
    }
}
