using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.TensorBoard;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>What every part of a run's page needs.</summary>
public sealed record RunViewModel
{
    public required Source Source { get; init; }

    public required SourceUrls Urls { get; init; }

    public required Run Run { get; init; }

    /// <summary>The run as the table of runs would show it.</summary>
    public required CatalogRun Shown { get; init; }

    public required RunTab Tab { get; init; }

    public required IReadOnlyList<RunTabLink> Tabs { get; init; }

    public required RunNeighbours Neighbours { get; init; }

    /// <summary>The command that would repeat the run, secrets masked; null when the run does not say which file was started.</summary>
    public required string? Command { get; init; }

    /// <summary>What could not be read, one sentence each.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>The TensorBoard on the run's logs, as far as every page says.</summary>
    public required TensorBoardViewModel TensorBoard { get; init; }

    /// <summary>The model of the current tab.</summary>
    public required RunTabContent Content { get; init; }

    /// <summary>What to ask for changes with: another one for every change of the run or of the state of its source.</summary>
    public required string Token { get; init; }

    public RunId Id => Run.Summary.Id;

    public string Url => Urls.Run(Id);

    public string Experiment => Run.Summary.Experiment is { Length: > 0 } name ? ValueText.Visible(name) : "(no name)";

    public CellText Result => ValueText.Cell(Run.Result);

    /// <summary>It goes on: its output and metrics may grow.</summary>
    public required bool IsLive { get; init; }

    /// <summary>The page about its TensorBoard, as that is now.</summary>
    public RunViewModel With(TensorBoardViewModel model) => this with { TensorBoard = model, Content = new RunTensorBoardViewModel(model) };

    /// <summary>The same with another tab as the current one.</summary>
    public RunViewModel On(RunTab tab) => this with { Tab = tab, Tabs = [.. Tabs.Select(link => link with { Current = link.Tab == tab })] };
}

/// <summary>The runs next to this one in the table, newest first; null at its ends.</summary>
public sealed record RunNeighbours(CatalogRun? Newer, CatalogRun? Older)
{
    public static RunNeighbours Of(CatalogSnapshot snapshot, RunId id)
    {
        var (runs, index) = (snapshot.Runs, snapshot.IndexOf(id));
        return index < 0 ? new(null, null)
            : new(index > 0 ? runs[index - 1] : null, index + 1 < runs.Count ? runs[index + 1] : null);
    }
}
