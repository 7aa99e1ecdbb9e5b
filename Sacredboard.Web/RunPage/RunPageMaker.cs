using Sacredboard.Data.Catalog;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Charts;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Sources;
using Sacredboard.Web.TensorBoardPage;

namespace Sacredboard.Web.RunPage;

/// <summary>Reads what a run's page shows. A part that cannot be read becomes a sentence on the page, and the rest is shown.</summary>
public sealed class RunPageMaker(TensorBoardPageMaker tensorBoards)
{
    /// <summary>Null when there is no such run.</summary>
    /// <param name="before">For the output: where the window ends; null for the end.</param>
    public async Task<RunViewModel?> ReadAsync(
        Source source, SourceUrls urls, RunId id, RunTab tab, long? before, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        // A page about a run that others may have changed since: the catalog reads it anew too.
        await source.Catalog.RefreshAsync([id], cancellationToken);
        var token = RunChanges.TokenOf(source.Catalog, id);
        if (await source.Runs.FindAsync(id, cancellationToken) is not { } run)
        {
            return null;
        }

        var reading = new RunReading(source, urls, run, problems);
        await reading.ReadListsAsync(cancellationToken);
        var tensorBoard = await tensorBoards.OfRunAsync(source, urls, run, tab == RunTab.TensorBoard, cancellationToken);
        var shown = source.Catalog.Describe(run.Summary);
        var isLive = shown.Status is RunStatus.Running or RunStatus.Queued;
        var command = RunCommandLine.Build(run);
        RunTabContent content = tab switch
        {
            RunTab.Overview => await RunOverview.OfAsync(reading, command, shown.Status == RunStatus.Queued, cancellationToken),
            RunTab.Metrics => new RunMetricsViewModel(RunMetricGroup.Of(reading.Metrics), await RunLogsReader.ReadAsync(source, urls, run, cancellationToken)),
            RunTab.Output => new RunOutputViewModel(await reading.ReadOutputAsync(before, cancellationToken), urls.Run(id, "output"), isLive, run.FailTrace is not null),
            RunTab.Config => new RunTreeViewModel(reading.Tree("config", run.Config), "This run has no config"),
            RunTab.Files => RunFilesViewModel.Of(reading.Files),
            RunTab.Environment => RunEnvironment.Of(reading),
            RunTab.TensorBoard => new RunTensorBoardViewModel(tensorBoard),
            _ => new RunTreeViewModel(reading.Tree("info", run.Info), "This run has no info"),
        };

        return new()
        {
            Source = source,
            Urls = urls,
            Run = run,
            Shown = shown,
            Tab = tab,
            Tabs = reading.Tabs(tab, tensorBoard),
            Neighbours = RunNeighbours.Of(source.Catalog.Snapshot, id),
            IsLive = isLive,
            Command = command,
            Problems = [.. run.Problems, .. problems],
            Token = token,
            TensorBoard = tensorBoard,
            Content = content,
        };
    }
}
