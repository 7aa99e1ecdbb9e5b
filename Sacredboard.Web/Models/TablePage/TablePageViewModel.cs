using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Export;
using Sacredboard.Web.Models.Groups;
using Sacredboard.Web.Models.Query;
using Sacredboard.Web.Models.SavedViews;
using Sacredboard.Web.Models.Shared;
using Sacredboard.Web.Models.Table;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.TablePage;

/// <summary>The page with the table of runs.</summary>
public sealed record TablePageViewModel
{
    public required Source Source { get; init; }

    public required SourceStateViewModel State { get; init; }

    public required ResolvedTable Resolved { get; init; }

    public TableState TableState => Resolved.State;

    public required QueryBoxViewModel QueryBox { get; init; }

    public required TableUrls Urls { get; init; }

    public required IReadOnlyList<TableProblem> Problems { get; init; }

    public required StatusFilters Statuses { get; init; }

    public required RunTableViewModel Table { get; init; }

    /// <summary>The table of groups that replaces the table if the runs are grouped; else null.</summary>
    public GroupTableViewModel? Groups { get; init; }

    /// <summary>Progress and problems of the statistics that the page depends on.</summary>
    public required StatisticsProgressViewModel Statistics { get; init; }

    /// <summary>The statistics that its rows and their order depend on and that are not known for all runs.</summary>
    public required PendingStatistics Pending { get; init; }

    public required RunPager Pager { get; init; }

    /// <summary>The menu of saved views; null in answers to scripts, which do not contain it.</summary>
    public ViewsMenu? Views { get; init; }

    /// <summary>The menu that groups the runs; null in answers to scripts.</summary>
    public GroupMenuViewModel? GroupMenu { get; init; }

    /// <summary>The menu of exports; null in answers to scripts.</summary>
    public ExportViewModel? Export { get; init; }

    /// <summary>The runs of Sacred around a place that has none; null if there are none either.</summary>
    public NearbyRunsViewModel? Nearby { get; init; }

    /// <summary>The chart beside the table; null for none.</summary>
    public TableChartsViewModel? Charts { get; init; }

    /// <summary>The table with a chart beside it.</summary>
    public string ChartsUrl => Urls.To(TableState with { Charts = new(Metric: null) });

    public required TableOrder Order { get; init; }

    /// <summary>The address of the chooser of columns.</summary>
    public required string ColumnsUrl { get; init; }

    /// <summary>The address where scripts ask for changes.</summary>
    public required string ChangesUrl { get; init; }

    /// <summary>The address of what can be done with a value.</summary>
    public required string ValueUrl { get; init; }

    /// <summary>The address where scripts ask what can be done with the selected runs.</summary>
    public required string SelectionUrl { get; init; }

    /// <summary>The token that scripts send to get only changes.</summary>
    public required TableToken Token { get; init; }

    /// <summary>Number of runs that match the text, of any status.</summary>
    public int All => Statuses.Tabs.Sum(status => status.Count);

    public TableEmpty Empty =>
        (Groups?.Rows.Count ?? Table.Rows.Count) > 0 ? TableEmpty.No
        : Pager.Total > 0 && Pending.IsFilter ? TableEmpty.Computing
        : Pager.Total > 0 && TableState.IsFiltered ? TableEmpty.NothingMatches
        : State.IsUnavailable ? TableEmpty.Unreachable
        : State.IsLoading ? TableEmpty.Loading
        : TableEmpty.NoRuns;

    /// <summary>What to write in an experiment so that its runs appear here; null where Sacred writes none.</summary>
    public string? ObserverLine => Source.Info.Observer is { } observer ? $"ex.observers.append({observer})" : null;

    public string CountText => Pager.Matched switch
    {
        0 when Pending.IsFilter => "It is not known yet which runs match",
        0 => $"0 of {NumberText.Count(Pager.Total)} runs match",
        1 => $"1 run{SoFar}",
        var many => $"{NumberText.Count(many)} runs{SoFar}",
    };

    /// <summary>Follows a number of runs to which more may come.</summary>
    public string SoFar => Pending.IsFilter ? " so far" : "";

    /// <summary>Number of runs on all pages.</summary>
    public int Matched => Statuses.Tabs.Where(status => TableState.Statuses.Count == 0 || status.IsChosen).Sum(status => status.Count);
}

/// <summary>The reason why the table is empty.</summary>
public enum TableEmpty
{
    /// <summary>The table is not empty.</summary>
    No,
    NoRuns,
    NothingMatches,

    /// <summary>No run is known to match, but the statistics that the query asks for are not known for all.</summary>
    Computing,
    Unreachable,
    Loading,
}
