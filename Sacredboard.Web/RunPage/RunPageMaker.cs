using Sacredboard.Data.Catalog;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Charts;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Sources;
using Sacredboard.Web.TensorBoardPage;

namespace Sacredboard.Web.RunPage;

/// <summary>Reads what the page of a run shows. A part that cannot be read becomes a message on the page.</summary>
public sealed class RunPageMaker(TensorBoardPageMaker tensorBoards)
{
    /// <summary>Null when there is no such run.</summary>
    /// <param name="before">End of the window of the output, in UTF-16 units; null for the end of the output.</param>
    public async Task<RunViewModel?> ReadAsync(
        Source source, SourceUrls urls, RunId id, RunTab tab, long? before, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        // The catalog may be older than the run that is read below.
        await source.Catalog.RefreshAsync([id], cancellationToken);
        var token = RunChanges.TokenOf(source.Catalog, id);
        if (await source.Runs.FindAsync(id, cancellationToken) is not { } run)
        {
            return null;
        }

        var data = new RunPageData(source, urls, run, problems);
        await data.ReadListsAsync(cancellationToken);
        var tensorBoard = await tensorBoards.OfRunAsync(source, urls, run, tab == RunTab.TensorBoard, cancellationToken);
        var shown = source.Catalog.Describe(run.Summary);
        var isLive = shown.Status is RunStatus.Running or RunStatus.Queued;
        var command = RunCommandLine.Build(run);
        RunTabContent content = tab switch
        {
            RunTab.Overview => await RunOverview.OfAsync(data, command, shown.Status == RunStatus.Queued, cancellationToken),
            RunTab.Metrics => new RunMetricsViewModel(
                RunMetricGroup.Of(data.Metrics), await RunLogsReader.ReadAsync(source, urls, run, cancellationToken)),
            RunTab.Output => new RunOutputViewModel(
                await data.ReadOutputAsync(before, cancellationToken), urls.Run(id, "output"), isLive, run.FailTrace is not null),
            RunTab.Config => new RunTreeViewModel(data.Tree("config", run.Config), "This run has no config"),
            RunTab.Files => RunFilesViewModel.Of(data.Files),
            RunTab.Environment => RunEnvironment.Of(data),
            RunTab.TensorBoard => new RunTensorBoardViewModel(tensorBoard),
            _ => new RunTreeViewModel(data.Tree("info", run.Info), "This run has no info"),
        };

        return new()
        {
            Source = source,
            Urls = urls,
            Run = run,
            Shown = shown,
            Tab = tab,
            Tabs = data.Tabs(tab, tensorBoard),
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
