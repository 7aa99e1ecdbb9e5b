using Sacredboard.Data.Catalog;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Charts;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Sources;
using Sacredboard.Web.TensorBoardPage;
using Sacredboard.Web.Tracebacks;

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
        var token = RunChangeWaiter.TokenOf(source.Catalog, id);
        if (await source.Store.FindAsync(id, cancellationToken) is not { } stored)
        {
            return null;
        }

        var decoded = stored.Decode();
        var reading = new RunReading(source, urls, decoded.WithoutSecrets(), problems, metrics);
        await reading.ReadListsAsync(cancellationToken);
        var tensorBoard = await tensorBoards.OfRunAsync(source, urls, decoded, tab == RunTab.TensorBoard, cancellationToken);
        object content = tab switch
        {
            RunTab.Overview => await OverviewAsync(reading, cancellationToken),
            RunTab.Metrics => new RunMetricsViewModel(RunMetricGroup.Of(reading.Metrics), await RunLogsReader.ReadAsync(source, urls, stored, cancellationToken)),
            RunTab.Output => await reading.ReadOutputAsync(before, cancellationToken),
            RunTab.Config => RunTreeViewModel.Of(reading, "config", reading.Run.Config),
            RunTab.Files => RunFileGroup.Of(reading.Files),
            RunTab.Environment => RunEnvironmentViewModel.Of(reading),
            RunTab.TensorBoard => tensorBoard,
            _ => RunTreeViewModel.Of(reading, "info", reading.Run.Info),
        };

        return new()
        {
            Source = source,
            Urls = urls,
            Run = reading.Run,
            Shown = source.Catalog.Judge(stored.Summary),
            Tab = tab,
            Tabs = reading.Tabs(tab, tensorBoard),
            Neighbours = RunNeighbours.Of(source.Catalog.Snapshot, id),
            Command = RunCommandLine.Build(reading.Run),
            Problems = [.. reading.Run.Problems, .. problems],
            Token = token,
            TensorBoard = tensorBoard,
            Content = content,
        };
    }

    private static async Task<RunOverviewViewModel> OverviewAsync(RunReading reading, CancellationToken cancellationToken)
    {
        var run = reading.Run;
        var output = await reading.ReadOutputAsync(null, cancellationToken);
        return new()
        {
            Failure = TracebackParser.Parse(run.FailTrace),
            Facts = RunFacts.Key(run),
            Result = RunResult.Of(reading),
            Comment = run.Summary.Comment,
            Notes = run.Summary.Notes,
            Tags = run.Summary.Tags,
            Curves = [.. reading.Metrics.Take(RunOverviewViewModel.CurvesShown)],
            MetricCount = reading.Metrics.Count,
            Output = output.Last(RunOverviewViewModel.RowsShown),
            OutputLength = output.Length,
            Made = [.. reading.Files.Where(file => file.Kind == RunFileKind.Artifact).Select(file => new RunFileViewModel(file))],
            Difference = RunDifference.Of(reading.Source, reading.Urls, run.Summary),
        };
    }
}
