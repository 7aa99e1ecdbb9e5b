using System.Globalization;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Compare;
using Sacredboard.Web.Models.Compare;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.ComparePage;

/// <summary>Makes the plots of a comparison: chooses the fields that the address leaves open.</summary>
internal sealed class ComparePlotMaker(CompareRequest request)
{
    private const int MaxKeys = 11;
    private const int MaxMetrics = 100;

    // More than any screen has.
    private const int Pixels = 10_000;

    private static readonly IReadOnlyList<OwnField> Own =
        [OwnFields.Result, OwnFields.Duration, OwnFields.Started, OwnFields.Status, OwnFields.Experiment, OwnFields.Host, OwnFields.Id];

    private readonly RunQueries _queries = request.Source.Catalog.Snapshot.Queries();
    private readonly IReadOnlyList<RunField> _keys = new ComparedConfig(request).Differing(MaxKeys);

    public async Task<CompareScatter> ScatterAsync(CancellationToken cancellationToken)
    {
        var names = await NamesAsync(cancellationToken);
        var look = Resolved();
        look = look with
        {
            X = look.X ?? _keys.FirstOrDefault(_queries.IsMostlyNumbers) ?? (_keys.Count > 0 ? _keys[0] : OwnFields.Started.Field),
            Y = look.Y ?? Figure(names),
        };
        var goals = string.Join(',', new[] { Goal(look.X, look.XGoal), Goal(look.Y, look.YGoal) }.Select(ParameterChoice.Write));
        return new()
        {
            Look = look with { XGoal = Goal(look.X, look.XGoal), YGoal = Goal(look.Y, look.YGoal) },
            Runs = Runs,
            Suggestions = Suggestions(names),
            ValuesUrl = ValuesUrl(look, CompareScatter.MaxRuns, look.Front ? goals : null),
            SelectionUrl = SelectionUrl(look),
            RowsUrl = RowsUrl(look),
            RunsUrl = request.Urls.Runs,
            RunQuery = request.State.Page.Query,
        };
    }

    public async Task<CompareParallel> ParallelAsync(CancellationToken cancellationToken)
    {
        var names = await NamesAsync(cancellationToken);
        var look = Resolved();
        var figure = Figure(names);
        look = look with { Axes = look.Axes.Count > 0 ? look.Axes : [.. _keys, figure], Color = look.Color ?? figure };
        return new()
        {
            Look = look,
            ColorGoal = ParameterChoice.Write(Goal(look.Color, PlotGoal.Auto)),
            Runs = Runs,
            Suggestions = Suggestions(names),
            ValuesUrl = ValuesUrl(look, CompareParallel.MaxRuns),
            SelectionUrl = SelectionUrl(look),
            RowsUrl = RowsUrl(look),
            RunsUrl = request.Urls.Runs,
            RunQuery = request.State.Page.Query,
        };
    }

    private int Runs => request.Runs.Count + (request.State.Ids.Count == 0 ? request.Chosen.Left : 0);

    private string ValuesUrl(PlotLook look, int max, string? front = null)
    {
        var url = CompareUrl.Write(request.Urls.ValueData, Which);
        var columns = TableUrl.Encode(FieldList.ToText(look.Fields(request.State.Tab)));
        return url + (url.Contains('?') ? '&' : '?')
            + $"columns={columns}&take={max.ToString(CultureInfo.InvariantCulture)}&pixels={Pixels.ToString(CultureInfo.InvariantCulture)}"
            + "&compact=true"
            + (front is null ? "" : "&front=" + front);
    }

    // The runs alone.
    private CompareState Which => new()
    {
        Ids = request.State.Ids,
        Runs = CompareUrl.OnlyRuns(request.State.Runs) with { Grouping = null, GroupSort = [] },
    };

    private string SelectionUrl(PlotLook look) => CompareUrl.Write(request.Urls.PlotSelection, Which with
    {
        Tab = request.State.Tab,
        Plot = look,
        Page = request.State.Page,
    });

    private string RowsUrl(PlotLook look)
    {
        var own = request.Runs.Where(run => run.Named.Source == request.Source).Select(run => run.Named.Id);
        var runs = request.State.Ids.Count == 0 ? Which.Runs : new() { Text = _queries.TextOf([.. own]) ?? "" };
        return ComparePlot.TableOf(runs, request.State with { Plot = look }, request.Urls);
    }

    // The names of fields as columns and queries take them.
    private PlotLook Resolved()
    {
        var look = request.State.Plot;
        return look with
        {
            X = One(look.X),
            Y = One(look.Y),
            Color = One(look.Color),
            Size = One(look.Size),
            Axes = All(look.Axes),
            LogAxes = All(look.LogAxes),
            LinearAxes = All(look.LinearAxes),
        };

        RunField? One(RunField? field) => field is null ? null : _queries.Resolve([field])[0];

        IReadOnlyList<RunField> All(IReadOnlyList<RunField> fields) => [.. _queries.Resolve(fields).Distinct()];
    }

    private async Task<IReadOnlyList<MetricName>> NamesAsync(CancellationToken cancellationToken) =>
        await request.Source.Catalog.WaitForMetricNamesAsync(cancellationToken) ?? [];

    // What tells how good a run is.
    private RunField Figure(IReadOnlyList<MetricName> names) =>
        DefaultMetrics.Of(names, request.Source.Catalog.Snapshot.Runs.Count).FirstOrDefault() ?? OwnFields.Result.Field;

    private static PlotGoal Goal(RunField field, PlotGoal asked) =>
        asked != PlotGoal.Auto ? asked
        : MetricGoal.IsHigherBetter(field.Path[^1]) ? PlotGoal.Higher
        : PlotGoal.Lower;

    private IReadOnlyList<string> Suggestions(IReadOnlyList<MetricName> names) =>
    [
        .. _keys.Select(field => field.ToString()),
        .. names.OrderByDescending(name => name.Runs).Take(MaxMetrics).SelectMany(name => MetricGoal.Statistics(name.Name).Take(3)
            .Select(statistic => RunField.Metric(name.Name, statistic).ToString())),
        .. Own.Select(field => field.Name),
    ];
}
