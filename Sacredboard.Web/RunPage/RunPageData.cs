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
/// <param name="request">The page.</param>
/// <param name="run">Decoded, with secrets masked.</param>
/// <param name="trees">What of it is whole.</param>
/// <param name="problems">Receives the messages.</param>
internal sealed class RunPageData(RunPageRequest request, Run run, RunTrees trees, List<string> problems)
{
    /// <summary>How many charts a tab may ask for before it is there: more would keep the tab waiting.</summary>
    private const int FirstCharts = 4;

    /// <summary>Of more metrics it is not known without effort which are the first.</summary>
    private const int MaxArranged = 200;

    private const int MaxInRow = 8;

    public RunPageRequest Request { get; } = request;

    /// <summary>Decoded, with secrets masked. Of the trees that its tab does not show it has only what all tabs need.</summary>
    public Run Run { get; } = run;

    /// <summary>The config, perhaps without its large members.</summary>
    public SacredValue? SmallConfig => trees.HasFlag(RunTrees.Config) ? Run.Config : Request.Known?.Config;

    public IReadOnlyList<RunMetric> Metrics { get; private set; } = [];

    /// <summary>Empty where the tab shows none.</summary>
    public IReadOnlyList<RunFileViewModel> Files { get; private set; } = [];

    public int FileCount { get; private set; }

    /// <summary>The URL segment of the run's id.</summary>
    public string Segment => Urls.Segment(Id);

    private RunId Id => Request.Id;

    private Source Source => Request.Source;

    private SourceUrls Urls => Request.Urls;

    /// <summary>Takes the metrics once they are listed.</summary>
    public async Task AddAsync(Task<IReadOnlyList<Metric>> metrics)
    {
        Metrics = [.. (await ReadOrDefaultAsync(metrics, []))
            .OrderBy(metric => metric.Name, NaturalOrder.Comparer)
            .Select(metric => new RunMetric(metric, Urls.MetricData(Id, metric.Name)) { CurvesUrl = Urls.RunCurves(Id) })];
    }

    /// <summary>Takes the files once they are listed.</summary>
    public async Task AddAsync(Task<IReadOnlyList<RunFile>> files)
    {
        Files = RunFileViewModel.Numbered(
            [.. (await ReadOrDefaultAsync(files, []))
                .Select(file => new RunFileViewModel(file, Urls.File(Id, file.Id), Request.Pages.FileView(Id, file.Id)))]);
        FileCount = Files.Count;
    }

    /// <summary>Takes their number once they are counted.</summary>
    public async Task AddAsync(Task<int> files) => FileCount = await ReadOrDefaultAsync(files, 0);

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
            .Select(tab => new RunTabLink(tab, tab == RunTab.TensorBoard ? tensorBoard.Links.Count : Count(tab), tab == current))
            .Select(link => link is { Tab: RunTab.Metrics, Current: false } ? WithCharts(link) : link)];

    // The first charts of a group are those that are seen first.
    private RunTabLink WithCharts(RunTabLink link)
    {
        var first = Metrics.Count > MaxArranged ? null : ChartGrid.Of(Metrics, Request.State.Charts, new()).Groups.FirstOrDefault();
        return first is null || first.Charts.Any(chart => chart.IsCombined) ? link : link with
        {
            FirstCharts = string.Join(' ', first.Charts.Where(chart => chart.Drawable).Take(FirstCharts)
                .Select(chart => chart.Metrics[0].DataUrl)),
            InRow = Math.Min(first.Charts.Count, MaxInRow),
        };
    }

    private int? Count(RunTab tab) => tab switch
    {
        RunTab.Metrics => Metrics.Count,
        RunTab.Files => FileCount,
        RunTab.Config => SmallConfig is null && Run.Config is not null ? null : Leaves.Count(SmallConfig),
        _ => null,
    };

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
