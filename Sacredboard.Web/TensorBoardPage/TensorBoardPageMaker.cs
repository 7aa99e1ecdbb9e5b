using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Logs;
using Sacredboard.Web.Models.TensorBoard;
using Sacredboard.Web.Sources;
using Sacredboard.Web.TensorBoard;

namespace Sacredboard.Web.TensorBoardPage;

/// <summary>Reads the log directories of runs and the state of their TensorBoard.</summary>
public sealed class TensorBoardPageMaker(TensorBoards boards, TensorBoardFinder finder)
{
    // A network drive that does not answer must not hold up the page of a run.
    private static readonly TimeSpan DirectoriesTimeout = TimeSpan.FromSeconds(3);

    /// <summary>The TensorBoard of one run.</summary>
    /// <param name="whole">True for all that the TensorBoard tab shows, false for the part that every tab shows.</param>
    public async Task<TensorBoardViewModel> OfRunAsync(
        Source source, SourceUrls urls, Run run, bool whole, CancellationToken cancellationToken)
    {
        var directories = await DirectoriesAsync(source, run, cancellationToken);
        var segment = urls.Segment(run.Summary.Id);
        var page = urls.Run(run.Summary.Id, "tensorboard");
        var model = new TensorBoardViewModel
        {
            Runs = [new(run.Summary.Id.ToString(), segment, urls.Run(run.Summary.Id), run.Summary.Experiment, directories)],
            Links = Links([(run.Summary.Id.ToString(), directories)]),
            Address = TensorBoardAddress.OfRun(source.Name, segment),
            Page = page,
            App = page + "/",
        };
        return await WithStatusAsync(model, whole, cancellationToken);
    }

    /// <summary>One TensorBoard for several runs. Runs that do not exist are left out.</summary>
    public async Task<TensorBoardViewModel> OfRunsAsync(
        Source source, SourceUrls urls, IReadOnlyList<RunId> ids, CancellationToken cancellationToken)
    {
        var runs = new List<TensorBoardRun>();
        foreach (var id in ids)
        {
            if (await source.Runs.FindAsync(id, new(RunTrees.None), cancellationToken) is { } run)
            {
                var directories = await DirectoriesAsync(source, run, cancellationToken);
                runs.Add(new(id.ToString(), urls.Segment(id), urls.Run(id), run.Summary.Experiment, directories));
            }
        }

        var key = TensorBoardAddress.KeyOf(runs.Select(run => run.Segment));
        var model = new TensorBoardViewModel
        {
            Runs = runs,
            Links = Links(runs.Select(run => (run.Id, run.Directories))),
            Address = TensorBoardAddress.OfSelection(source.Name, key),
            Page = urls.TensorBoard(runs.Select(run => run.Segment)),
            App = urls.TensorBoard(key),
        };
        return await WithStatusAsync(model, whole: true, cancellationToken);
    }

    /// <summary>True when at least one of the runs has logs that a TensorBoard can show; false for a storage that is away.</summary>
    public static async Task<bool> HasLogsAsync(Source source, IReadOnlyList<RunId> ids, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(() => source.Logs.HasAnyAsync(ids, cancellationToken), cancellationToken)
                .WaitAsync(DirectoriesTimeout, cancellationToken);
        }
        catch (Exception exception) when (exception is RunStoreException or TimeoutException)
        {
            // What else can be done with the runs needs no storage.
            return false;
        }
    }

    private async Task<TensorBoardViewModel> WithStatusAsync(TensorBoardViewModel model, bool whole, CancellationToken cancellationToken)
    {
        var instance = boards.Known.Find(model.Address, model.Links, model.Page);
        model = model with { Status = whole ? instance?.Describe() : instance?.Status };
        return whole && !model.IsAlive && model.Links.Count > 0 && await finder.TryFindAsync(cancellationToken) is null
            ? model with { Missing = finder.Missing }
            : model;
    }

    private static async Task<IReadOnlyList<LogDirectory>> DirectoriesAsync(Source source, Run run, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(() => source.Logs.DirectoriesOf(run), cancellationToken).WaitAsync(DirectoriesTimeout, cancellationToken);
        }
        catch (TimeoutException)
        {
            return [new LogDirectory { Recorded = "", Origin = "the file system", Problem = LogDirectoryProblem.NotReadable }];
        }
    }

    // In TensorBoard, a run is named by its id, and with several directories by their names too.
    private static IReadOnlyList<TensorBoardLink> Links(
        IEnumerable<(string Id, IReadOnlyList<LogDirectory> Directories)> runs) => TensorBoardLink.Of(
        from run in runs
        let paths = run.Directories.Select(directory => directory.Path).OfType<string>().ToList()
        from path in paths
        select (paths.Count == 1 ? run.Id : $"{run.Id}-{Path.GetFileName(path)}", path));
}
