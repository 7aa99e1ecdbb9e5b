using Sacredboard.Data.Catalog;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Charts;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Sources;
using Sacredboard.Web.TensorBoardPage;

namespace Sacredboard.Web.RunPage;

/// <summary>Reads what a run's page shows. A part that cannot be read becomes a sentence on the page, and the rest is shown.</summary>
public sealed class RunPageMaker(RunMetrics metrics, TensorBoardPageMaker tensorBoards)
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
        if (await source.Store.FindAsync(id, cancellationToken) is not { } stored)
        {
            return null;
        }

        var decoded = stored.Decode();
        var reading = new RunReading(source, urls, decoded.WithoutSecrets(), problems, metrics);
        await reading.ReadListsAsync(cancellationToken);
        var tensorBoard = await tensorBoards.OfRunAsync(source, urls, decoded, tab == RunTab.TensorBoard, cancellationToken);
        var shown = source.Catalog.Judge(stored.Summary);
        var isLive = shown.Status is RunStatus.Running or RunStatus.Queued;
        var command = RunCommandLine.Build(reading.Run);
        RunTabContent content = tab switch
        {
            RunTab.Overview => await RunOverview.OfAsync(reading, command, shown.Status == RunStatus.Queued, cancellationToken),
            RunTab.Metrics => new RunMetricsViewModel(RunMetricGroup.Of(reading.Metrics), await RunLogsReader.ReadAsync(source, urls, stored, cancellationToken)),
            RunTab.Output => new RunOutputViewModel(await reading.ReadOutputAsync(before, cancellationToken), urls.Run(id, "output"), isLive, reading.Run.FailTrace is not null),
            RunTab.Config => new RunTreeViewModel(reading.Tree("config", reading.Run.Config), "This run has no config"),
            RunTab.Files => RunFilesViewModel.Of(reading.Files),
            RunTab.Environment => RunEnvironment.Of(reading),
            RunTab.TensorBoard => new RunTensorBoardViewModel(tensorBoard),
            _ => new RunTreeViewModel(reading.Tree("info", reading.Run.Info), "This run kept nothing in its info"),
        };

        return new()
        {
            Source = source,
            Urls = urls,
            Run = reading.Run,
            Shown = shown,
            Tab = tab,
            Tabs = reading.Tabs(tab, tensorBoard),
            Neighbours = RunNeighbours.Of(source.Catalog.Snapshot, id),
            IsLive = isLive,
            Command = command,
            Problems = [.. reading.Run.Problems, .. problems],
            Token = token,
            TensorBoard = tensorBoard,
            Content = content,
        };
    }
}
