using Sacredboard.Data.Catalog;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.Charts;
using Sacredboard.Web.Lineage;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Options;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;
using Sacredboard.Web.TensorBoardPage;
using Sacredboard.Web.Terminal;

namespace Sacredboard.Web.RunPage;

/// <summary>Reads what the page of a run shows. A part that cannot be read becomes a message on the page.</summary>
public sealed class RunPageMaker(
    TensorBoardPageMaker tensorBoards, CatalogWaiter waiter, LineageIndexes lineages, OutputCache outputs, SacredboardOptions options)
{
    // Of the config and info of a run, on all tabs.
    private static readonly IReadOnlyList<string> Members = ["seed", .. RunComparisons.SourceKeys];

    /// <summary>Null when there is no such run.</summary>
    public async Task<RunViewModel?> ReadAsync(RunPageRequest request, RunTab tab, CancellationToken cancellationToken)
    {
        var (source, urls, id) = (request.Source, request.Urls, request.Id);
        var problems = new List<string>();
        var token = RunChanges.TokenOf(source.Catalog, id);
        // At the same time: none of them needs another, and a storage may be far away.
        var metrics = source.Runs.ListMetricsAsync(id, cancellationToken);
        var trees = await TreesOfAsync(request, tab, metrics);
        var finding = source.Runs.FindAsync(id, new(trees, Members), cancellationToken);
        var files = tab is RunTab.Overview or RunTab.Files ? source.Runs.ListFilesAsync(id, cancellationToken) : null;
        var count = files is null ? source.Runs.CountFilesAsync(id, cancellationToken) : null;
        // What the catalog hears of here for the first time makes the token an old one, so that the page asks again.
        var refreshing = source.Catalog.RefreshAsync([id], cancellationToken);
        if (await finding is not { } run)
        {
            return null;
        }

        var data = new RunPageData(request, run, trees, problems);
        await data.AddAsync(metrics);
        await (files is not null ? data.AddAsync(files) : data.AddAsync(count!));
        if (request.Known is null)
        {
            await refreshing;
        }

        var tensorBoard = await tensorBoards.OfRunAsync(source, urls, run, tab == RunTab.TensorBoard, cancellationToken) with
        {
            Query = request.State.Query,
        };
        var shown = source.Catalog.Describe(run.Summary);
        var isLive = RunStatus.IsOpen(shown.Status);
        var command = RunCommandLine.Build(run);
        var baseline = tab is RunTab.Overview or RunTab.Config ? await RunBaselines.FindAsync(request, waiter, cancellationToken) : null;
        RunTabContent content = tab switch
        {
            RunTab.Overview => await RunOverview.OfAsync(data, shown, baseline!.Run, lineages.Of(source), cancellationToken) with
            {
                Chain = RunChains.Of(request, options.ContinuesField),
            },
            RunTab.Metrics => ChartGrid.Of(
                data.Metrics, request.State.Charts, await RunLogsReader.ReadAsync(source, urls, run, cancellationToken)) with
            {
                IsContinued = source.LineOf(id).Count > 1,
                ObserverWithoutMetrics = source.Info.ObserverWithoutMetrics,
            },
            RunTab.Output => await OutputAsync(data, outputs.Of(source, id), isLive, cancellationToken),
            RunTab.Config => await RunConfigs.OfAsync(data, baseline!, cancellationToken),
            RunTab.Files => RunFilesViewModel.Of(data.Files, request.Files) with
            {
                Url = data.PageUrl(RunTab.Files),
                ZipUrl = request.Urls.Run(id, "files.zip"),
                RepeatUrl = request.Urls.Run(id, "repeat.zip"),
                Gallery = RunGalleries.Of(data.Files),
                Carried = [.. request.State.Pairs()],
            },
            RunTab.Environment => RunEnvironment.Of(data),
            RunTab.TensorBoard => new RunTensorBoardViewModel(tensorBoard),
            _ => new RunTreeViewModel(data.Tree("info", run.Info, FieldRoot.Info), "This run has no info"),
        };

        return new()
        {
            Comparisons = RunComparisons.Of(request, run),
            Source = source,
            Urls = urls,
            Pages = request.Pages,
            Table = TableUrl.Write("", request.State.Table with { Open = [] }),
            Run = run,
            Shown = shown,
            Tab = tab,
            Tabs = data.Tabs(tab, tensorBoard),
            Neighbours = RunInTable.Of(request),
            Metrics = data.Metrics,
            Charts = request.State.Charts,
            IsLive = isLive,
            Command = command,
            Problems = [.. run.Problems, .. problems],
            Token = token,
            TensorBoard = tensorBoard,
            Content = content,
        };
    }

    // What the tab shows. A config that may be large is read for the overview only when there are no curves to show instead.
    private static async Task<RunTrees> TreesOfAsync(RunPageRequest request, RunTab tab, Task<IReadOnlyList<Metric>> metrics)
    {
        if (tab == RunTab.Overview && Leaves.Count(request.Known?.Config) is null or 0)
        {
            await ((Task)metrics).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return metrics is { IsCompletedSuccessfully: true, Result.Count: > 0 } ? RunTrees.None : RunTrees.Config;
        }

        return tab switch
        {
            RunTab.Overview or RunTab.Config => RunTrees.Config,
            RunTab.Environment => RunTrees.Host | RunTrees.Others,
            RunTab.Info => RunTrees.Info,
            _ => RunTrees.None,
        };
    }

    private static async Task<RunOutputViewModel> OutputAsync(
        RunPageData data, OutputLines output, bool isLive, CancellationToken cancellationToken)
    {
        var request = data.Request;
        var (rows, hits) = await data.ReadOutputTabAsync(output, cancellationToken);
        return new(rows, request.Urls.Run(request.Id, "output"))
        {
            State = request.Output,
            Hits = hits,
            Carried = [.. request.State.Pairs()],
            PageUrl = data.PageUrl(RunTab.Output),
            IsLive = isLive,
            File = (data.Run.Meta.Member("seml").Member("output_file") as SacredText)?.Value,
            HasFailed = data.Run.FailTrace is not null,
            Note = request.Source.Info.OutputNote,
        };
    }
}
