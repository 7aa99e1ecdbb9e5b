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

    public required AskedTable Asked { get; init; }

    public TableState Query => Asked.State;

    public required QueryBoxViewModel QueryBox { get; init; }

    public required TableUrls Urls { get; init; }

    public required IReadOnlyList<TableProblem> Problems { get; init; }

    public required IReadOnlyList<StatusFilter> Statuses { get; init; }

    public required RunTableViewModel Table { get; init; }

    /// <summary>What stands instead of the table when the runs are grouped.</summary>
    public GroupTableViewModel? Groups { get; init; }

    /// <summary>What is still to be said of summaries of metrics.</summary>
    public required SummariesViewModel Summaries { get; init; }

    public required RunPager Pager { get; init; }

    /// <summary>The saved views; null in answers that have no room for them.</summary>
    public ViewsMenu? Views { get; init; }

    /// <summary>By what the runs can be grouped; null as well.</summary>
    public GroupMenuViewModel? GroupMenu { get; init; }

    /// <summary>How to take the runs out; null as well.</summary>
    public ExportViewModel? Export { get; init; }

    public required TableOrder Order { get; init; }

    /// <summary>Where its columns are chosen.</summary>
    public required string ColumnsUrl { get; init; }

    /// <summary>Where a script asks what changed.</summary>
    public required string ChangesUrl { get; init; }

    /// <summary>What a script tells to be given only what is newer.</summary>
    public required TableToken Token { get; init; }

    /// <summary>Runs that match the text, whatever their status.</summary>
    public int All => Statuses.Sum(status => status.Count);

    public TableEmpty Empty =>
        (Groups?.Rows.Count ?? Table.Rows.Count) > 0 ? TableEmpty.No
        : Pager.Total > 0 && Query.IsFiltered ? TableEmpty.NothingMatches
        : State.IsUnavailable ? TableEmpty.Unreachable
        : State.IsLoading ? TableEmpty.Loading
        : TableEmpty.NoRuns;

    /// <summary>What to write in an experiment so that its runs appear here; null where Sacred writes none.</summary>
    public string? ObserverLine => Source.Info.Observer is { } observer ? $"ex.observers.append({observer})" : null;

    public string Summary => Pager.Matched switch
    {
        0 => $"0 of {NumberText.Count(Pager.Total)} runs match",
        1 => "1 run",
        var many => $"{NumberText.Count(many)} runs",
    };

    /// <summary>Runs on all pages together.</summary>
    public int Matched => Statuses.Where(status => Query.Statuses.Count == 0 || status.IsChosen).Sum(status => status.Count);
}

/// <summary>Why the table is empty.</summary>
public enum TableEmpty
{
    /// <summary>It is not.</summary>
    No,
    NoRuns,
    NothingMatches,
    Unreachable,
    Loading,
}

/// <param name="Url">The same view with this status added to the filter, or taken out of it.</param>
public sealed record StatusFilter(StatusLabel Label, string Status, int Count, bool IsChosen, string Url);
