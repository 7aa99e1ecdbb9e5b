using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.TensorBoard;
using Sacredboard.Web.RunAddress;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>The page of a run: what all tabs share, and the current tab.</summary>
public sealed record RunViewModel
{
    public required Source Source { get; init; }

    public required SourceUrls Urls { get; init; }

    /// <summary>The addresses of pages of runs.</summary>
    public required RunUrls Pages { get; init; }

    /// <summary>The query string of the table that the page was opened from.</summary>
    public required string Table { get; init; }

    public required Run Run { get; init; }

    /// <summary>The run as the table of runs shows it.</summary>
    public required CatalogRun Shown { get; init; }

    public required RunTab Tab { get; init; }

    public required IReadOnlyList<RunTabLink> Tabs { get; init; }

    public required RunNeighbours Neighbours { get; init; }

    public required IReadOnlyList<RunMetric> Metrics { get; init; }

    public required ChartSettings Charts { get; init; }

    /// <summary>The command line that repeats the run, secrets masked; null if the run does not store which file was started.</summary>
    public required string? Command { get; init; }

    /// <summary>One sentence for each part that could not be read.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>The TensorBoard of the run's logs, as far as all tabs show it.</summary>
    public required TensorBoardViewModel TensorBoard { get; init; }

    /// <summary>The model of the current tab.</summary>
    public required RunTabContent Content { get; init; }

    /// <summary>The token to ask for changes with; differs after each change of the run or of the state of its source.</summary>
    public required string Token { get; init; }

    /// <summary>The runs that are worth comparing with it: the one before it, those of the same settings, and so on.</summary>
    public required IReadOnlyList<RunComparison> Comparisons { get; init; }

    public RunId Id => Run.Summary.Id;

    public string Experiment => Run.Summary.Experiment is { Length: > 0 } name ? ValueText.Visible(name) : "(no name)";

    public CellText Result => ValueText.Cell(Run.Result);

    /// <summary>The address of one of its tabs.</summary>
    public string UrlOf(RunTabLink tab) => UrlOf(Id, tab);

    /// <summary>The address of the same tab of another run.</summary>
    public string UrlOf(RunId other) => UrlOf(other, Tabs.First(tab => tab.Current));

    /// <summary>The run has not ended: its output and metrics may grow.</summary>
    public required bool IsLive { get; init; }

    /// <summary>The page with the tab about its TensorBoard.</summary>
    public RunViewModel With(TensorBoardViewModel model) => this with { TensorBoard = model, Content = new RunTensorBoardViewModel(model) };

    /// <summary>The page with one of its files.</summary>
    public RunViewModel With(RunFilePreviewViewModel file) => this with { Content = file };

    /// <summary>The page with another current tab.</summary>
    public RunViewModel On(RunTab tab) => this with
    {
        Tab = tab,
        Tabs = [.. Tabs.Select(link => link with { Current = link.Tab == tab })],
        Content = tab == RunTab.Metrics
            ? ChartGrid.Of(Metrics, Charts, new()) with { ObserverWithoutMetrics = Source.Info.ObserverWithoutMetrics }
            : Content,
    };

    private string UrlOf(RunId id, RunTabLink tab) => tab.Path.Length == 0 ? Pages.Run(id) : Pages.Run(id, tab.Path);
}
