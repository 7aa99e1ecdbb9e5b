using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Compare;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.SavedViews;
using Sacredboard.Web.Models.Shared;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.Compare;

/// <summary>The page that compares runs.</summary>
public sealed record ComparePageViewModel
{
    public required Source Source { get; init; }

    public required SourceUrls Urls { get; init; }

    public required CompareState State { get; init; }

    public required SourceStateViewModel Live { get; init; }

    /// <summary>In the order of the page.</summary>
    public required IReadOnlyList<ComparedRun> Runs { get; init; }

    /// <summary>The lines of the legend: runs, or groups of them.</summary>
    public required IReadOnlyList<LegendEntry> Legend { get; init; }

    /// <summary>The template that names the runs in the legend; null for groups.</summary>
    public required string? Template { get; init; }

    /// <summary>What was named and is no run of the source.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }

    /// <summary>How many more runs were named or match.</summary>
    public required int Left { get; init; }

    /// <summary>The config keys that differ, the most telling first; at most a few.</summary>
    public required IReadOnlyList<RunField> Differing { get; init; }

    public required IReadOnlyList<TableProblem> Problems { get; init; }

    /// <summary>Why the query cannot be read; null if it can.</summary>
    public required string? QueryError { get; init; }

    /// <summary>What the tab shows; null without runs.</summary>
    public required CompareTabContent? Content { get; init; }

    /// <summary>How it can be saved; null in answers that have no place for it.</summary>
    public ComparisonView? View { get; init; }

    /// <summary>The token to ask for changes with.</summary>
    public required string Token { get; init; }

    /// <summary>What the runs are grouped by, as the address names it; null for single runs.</summary>
    public string? GroupedBy => State.Runs.Grouping?.ToString();

    public string CountText => Runs.Count switch
    {
        0 => "No runs",
        1 => "1 run",
        _ when Content is ComparePlot plot => $"{NumberText.Count(plot.Runs)} runs",
        var many when GroupedBy is not null =>
            $"{NumberText.Count(many)} runs in {NumberText.Count(Legend.Count)} {(Legend.Count == 1 ? "group" : "groups")}",
        var many => $"{NumberText.Count(many)} runs",
    };

    /// <summary>Which runs are compared when not all of them are.</summary>
    public string WhichText => State.Ids.Count > 0 ? "the first ones named"
        : State.Runs.Sort.Count > 0 ? "the first ones in this order"
        : "the newest ones";

    /// <summary>How many runs the page says that it leaves out; a plot has a limit of its own.</summary>
    public int LeftOut => Content is ComparePlot && State.Ids.Count == 0 ? 0 : Left;

    /// <summary>The table that the page was opened from.</summary>
    public string BackUrl => TableUrl.Write(Urls.Runs, State.Page.Table);

    /// <summary>Where scripts ask for changes.</summary>
    public string ChangesUrl => CompareUrl.Write(Urls.Compare + "/changes", State);

    /// <summary>Where scripts ask for the curves; they add the metric and how it is drawn.</summary>
    public string CurvesUrl => CompareUrl.Write(Urls.CurveData, new()
    {
        Ids = State.Ids.Count == 0 ? [] : [.. Runs.Select(run => run.Name)],
        Runs = State.Ids.Count == 0 ? State.Runs : State.Runs with { Text = "", Statuses = [] },
        Look = State.Look,
    });

    /// <summary>Some of the runs may have gone on from others.</summary>
    public bool CanJoin => Runs.Count > 0 && Source.HasContinuedRuns();

    /// <summary>Some of the runs may still change.</summary>
    public bool IsGoing => Runs.Any(run => RunStatus.IsOpen(run.Run.Status));

    /// <summary>The same runs, not grouped.</summary>
    public string UngroupedUrl => Of(State with
    {
        Runs = State.Runs with { Grouping = null, GroupSort = [] },
        All = State.All || (State.Ids.Count == 0 && !State.Runs.IsFiltered),
        Hidden = [],
    });

    /// <summary>The same runs in groups of the same settings.</summary>
    public string GroupedUrl => Grouped(new() { Keys = [null] });

    /// <summary>Of runs that are not grouped: the same runs in groups, by one of the config keys that differ.</summary>
    public IEnumerable<(RunField Key, string Url)> GroupedByUrls =>
        Differing.Where(key => !SeedKeys.ByName.Cover(key.Path)).Select(key => (key, Grouped(new() { Keys = [key] })));

    /// <summary>Of groups of the same settings: larger ones, in which one more of the config keys that differ may differ.</summary>
    public IEnumerable<(RunField Key, string Url)> RegardlessUrls => State.Runs.Grouping is not { HasConfig: true } grouping ? []
        : Differing.Where(key => !grouping.Seeds.Cover(key.Path))
            .Select(key => (key, Grouped(grouping with { Seeds = grouping.Seeds.With(key) })));

    /// <summary>The same page with the effect of another config key.</summary>
    public string OfKey(string key) => Of(State with
    {
        Figure = State.Figure with { Setting = RunField.TryParse(key, out var field, out _) ? field : null },
    });

    /// <summary>The table as a file.</summary>
    public string FileUrl(string ending) => CompareUrl.Write($"{Urls.Compare}/table.{ending}", State with { Tab = CompareTab.Metrics });

    /// <summary>All of it as files that need nothing else.</summary>
    public string ReportUrl(string ending) => CompareUrl.Write($"{Urls.Compare}/report.{ending}", State with { Tab = CompareTab.Metrics });

    /// <summary>Which numbers of a row of the table are the better ones, and how that is changed.</summary>
    public GoalChoice GoalOf(CompareRow row)
    {
        return new(row, Judged(true), Judged(false));

        string Judged(bool isLowerBetter) =>
            row is { CanBeJudged: true, Field: { } field } ? Of(State with { Table = State.Table.With(field, isLowerBetter) }) : "";
    }

    private string Grouped(RunGrouping grouping) => Of(State with { Runs = State.Runs with { Grouping = grouping } });

    public string Of(CompareState state) => CompareUrl.Write(Urls.Compare, state);

    /// <summary>The parameters of the address, as hidden fields of a form that changes some of them.</summary>
    /// <param name="except">The parameters that the form sets itself.</param>
    public IEnumerable<KeyValuePair<string, string>> Fields(params string[] except) =>
        CompareUrl.Pairs(State).Where(pair => !except.Contains(pair.Key));
}
