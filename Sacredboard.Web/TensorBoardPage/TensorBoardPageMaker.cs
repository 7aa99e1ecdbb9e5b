using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Logs;
using Sacredboard.Web.Models.TensorBoard;
using Sacredboard.Web.Sources;
using Sacredboard.Web.TensorBoard;

namespace Sacredboard.Web.TensorBoardPage;

/// <summary>Reads which log directories runs have, and how the TensorBoard on them is.</summary>
public sealed class TensorBoardPageMaker(TensorBoards boards, TensorBoardFinder finder)
{
    // A network drive that does not answer must not hold up the page of a run.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Of one run, from whose page it is started.</summary>
    /// <param name="whole">With all that its own page says, not only what every page of the run does.</param>
    public async Task<TensorBoardViewModel> OfRunAsync(Source source, SourceUrls urls, Run run, bool whole, CancellationToken cancellationToken)
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

    /// <summary>Of several runs in one. Runs that there are not are left out.</summary>
    public async Task<TensorBoardViewModel> OfRunsAsync(Source source, SourceUrls urls, IReadOnlyList<RunId> ids, CancellationToken cancellationToken)
    {
        var runs = new List<TensorBoardRun>();
        foreach (var id in ids)
        {
            if (await source.Runs.FindEncodedAsync(id, cancellationToken) is { } run)
            {
                runs.Add(new(id.ToString(), urls.Segment(id), urls.Run(id), run.Summary.Experiment, await DirectoriesAsync(source, run, cancellationToken)));
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
            return await Task.Run(() => source.Logs.DirectoriesOf(run), cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            return [new LogDirectory { Recorded = "", Origin = "the file system", Problem = LogDirectoryProblem.NotReadable }];
        }
    }

    // A run with one directory has its id for a name there; with more, what the directories are called too.
    private static IReadOnlyList<TensorBoardLink> Links(IEnumerable<(string Id, IReadOnlyList<LogDirectory> Directories)> runs) => TensorBoardLink.Of(
        from run in runs
        let paths = run.Directories.Select(directory => directory.Path).OfType<string>().ToList()
        from path in paths
        select (paths.Count == 1 ? run.Id : $"{run.Id}-{Path.GetFileName(path)}", path));
}
