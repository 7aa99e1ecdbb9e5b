using Sacredboard.Data.Catalog;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Models.Shared;
using Sacredboard.Web.Models.TensorBoard;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Terminal;

namespace Sacredboard.Web.RunPage;

/// <summary>What was read of a run for its page. Messages about unreadable parts are added to the problems.</summary>
internal sealed class RunPageData(RunPageRequest request, Run run, List<string> problems)
{
    public RunPageRequest Request { get; } = request;

    /// <summary>Decoded, with secrets masked.</summary>
    public Run Run { get; } = run;

    public IReadOnlyList<RunMetric> Metrics { get; private set; } = [];

    public IReadOnlyList<RunFileViewModel> Files { get; private set; } = [];

    /// <summary>The URL segment of the run's id.</summary>
    public string Segment => Urls.Segment(Id);

    private RunId Id => Request.Id;

    private Source Source => Request.Source;

    private SourceUrls Urls => Request.Urls;

    /// <summary>Takes the lists whose lengths the tabs show, once they are read.</summary>
    public async Task AddListsAsync(Task<IReadOnlyList<Metric>> metrics, Task<IReadOnlyList<RunFile>> files)
    {
        Metrics = [.. (await ReadOrDefaultAsync(metrics, []))
            .OrderBy(metric => metric.Name, NaturalOrder.Comparer)
            .Select(metric => new RunMetric(metric, Urls.MetricData(Id, metric.Name)) { CurvesUrl = Urls.RunCurves(Id) })];
        Files = RunFileViewModel.Numbered(
            [.. (await ReadOrDefaultAsync(files, []))
                .Select(file => new RunFileViewModel(file, Urls.File(Id, file.Id), Request.Pages.FileView(Id, file.Id)))]);
    }

    public async Task<OutputEnd> ReadOutputEndAsync(CancellationToken cancellationToken) =>
        await ReadOrDefaultAsync(OutputReader.ReadAsync(Source.Runs, Id, cancellationToken), null) ?? OutputEnd.Empty;

    /// <summary>The output as the address of the tab asks for it, and what was found of what it searches for.</summary>
    public async Task<(OutputRows Rows, OutputHits? Hits)> ReadOutputTabAsync(OutputLines output, CancellationToken cancellationToken)
    {
        var state = Request.Output;
        var hits = state.Find.Length == 0 ? null
            : await ReadOrDefaultAsync(output.FindAsync(state.Find, state.Hit, cancellationToken), null);
        long? position = hits is { Count: > 0 } && state.Line is null ? hits.Position : null;
        var reading = output.ReadPageAsync(state.IsRaw, state.Line - 1, position, cancellationToken);
        return (await ReadOrDefaultAsync(reading, null) ?? OutputRows.Empty, hits);
    }

    /// <summary>The address of another tab.</summary>
    public string PageUrl(RunTab tab) => Request.Pages.Run(Id, tab.ToString().ToLowerInvariant());

    /// <param name="value">Decoded, with secrets masked.</param>
    /// <param name="root">Which tree it is, if a table can filter by its values.</param>
    public TreeViewModel Tree(string name, SacredValue? value, FieldRoot? root = null) =>
        new(name, value, Urls.RunData(Id)) { Origin = root is { } tree ? new(Segment, tree) : null };

    public IReadOnlyList<RunTabLink> Tabs(RunTab current, TensorBoardViewModel tensorBoard) =>
        [.. Enum.GetValues<RunTab>()
            .Where(tab => tab != RunTab.TensorBoard || tab == current || tensorBoard.Runs[0].Directories.Count > 0)
            .Select(tab => new RunTabLink(tab, tab == RunTab.TensorBoard ? tensorBoard.Links.Count : Count(tab), tab == current))];

    private int? Count(RunTab tab) => tab switch
    {
        RunTab.Metrics => Metrics.Count,
        RunTab.Files => Files.Count,
        RunTab.Config => CountLeaves(Run.Config),
        _ => null,
    };

    // Counts the values that are not objects.
    private static int CountLeaves(SacredValue? value)
    {
        var count = 0;
        var rest = new Stack<SacredValue>();
        if (value is not null)
        {
            rest.Push(value);
        }

        while (rest.TryPop(out var next))
        {
            switch (next)
            {
                case SacredObject members:
                    foreach (var member in members.Members)
                    {
                        rest.Push(member.Value);
                    }

                    break;
                default:
                    count++;
                    break;
            }
        }

        return count;
    }

    // Skips only values that are stored wrongly; an unreachable store makes the whole page fail.
    private async Task<T> ReadOrDefaultAsync<T>(Task<T> reading, T otherwise)
    {
        try
        {
            return await reading;
        }
        catch (RunStoreException exception) when (exception.Problem == RunStoreProblem.Unreadable)
        {
            problems.Add(exception.Message);
            return otherwise;
        }
    }
}
