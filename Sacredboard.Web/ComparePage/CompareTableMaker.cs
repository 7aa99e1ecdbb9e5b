using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Values;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Compare;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.ComparePage;

/// <summary>Makes the table of a comparison: of few runs from what they store, of many from the catalog and its statistics.</summary>
internal sealed class CompareTableMaker(CompareRequest request, DateTimeOffset now)
{
    /// <summary>Of many runs, because the statistics of each are computed for all runs of the source.</summary>
    private const int MaxMetrics = 4;

    private const int CommitLength = 10;

    /// <summary>Of few runs; others are in the charts.</summary>
    private const int MaxListedMetrics = 100;

    private static readonly RunField Commit = new() { Root = FieldRoot.Experiment, Path = ["repositories", "0", "commit"] };

    private static readonly MetricStatistic[] Statistics = [MetricStatistic.Last, MetricStatistic.Min, MetricStatistic.Max];

    public async Task<CompareTable> MakeAsync(CancellationToken cancellationToken)
    {
        var metrics = new ComparedMetrics(request);
        var (rows, progress) = metrics.AreAllListed
            ? (Listed(await metrics.ListAsync(cancellationToken)), null)
            : await FromStatisticsAsync(cancellationToken);
        IEnumerable<CompareSection> sections =
        [
            new("Run", OwnRows()),
            new("Metrics", rows),
            new("Config", [.. new ComparedConfig(request).Rows()]),
        ];
        var grouped = request.Resolved.State.Grouping is { } grouping ? new GroupedRows(request, grouping) : null;
        var lines = grouped?.Count ?? request.Runs.Count;
        return new(
            [.. sections.Select(section => section with { Rows = [.. section.Rows.Where(IsShown).Select(row => grouped?.Of(row) ?? row)] })
                .Where(section => section.Rows.Count > 0)],
            lines > CompareTable.MaxColumns,
            progress);
    }

    private bool IsShown(CompareRow row) => row.Title.Contains(request.State.Table.Find, StringComparison.OrdinalIgnoreCase);

    private IReadOnlyList<CompareRow> OwnRows() =>
    [
        Row("status", run => new(StatusLabel.Of(run).Word, null, CellKind.Text)),
        .. new CompareRow[]
        {
            Row("experiment", run => Text(run.Experiment)),
            Row("command", run => Text(run.Command)),
            Row("started", run => Time(run.Started)),
            Row("stopped", run => Time(run.Stopped)),
            Row("duration", run => run.Duration(now) is { } span ? new(DurationText.Of(span), null, CellKind.Text) : CellText.Missing) with
            {
                Field = RunField.Own("duration"),
                Numbers = [.. request.Runs.Select(run => run.Run.Duration(now)?.TotalSeconds)],
            },
            Row("host", run => Text(run.Host)),
            new("commit", [.. request.Runs.Select(run => Short(ValueText.Cell(CompareRequest.Value(run.Named, run.Run, Commit))))]),
            Row("result", run => ValueText.Cell(run.Result)) with
            {
                Field = RunField.Own("result"),
                Numbers = [.. request.Runs.Select(run => ComparedFigure.Number(run.Run.Result))],
            },
            Row("failure", run => Text(run.Failure)),
        }.Where(row => row.Cells.Any(cell => cell.Kind != CellKind.Missing)).Select(row => Judged(row, null)),
    ];

    private CompareRow Row(string title, Func<CatalogRun, CellText> cell) => new(title, [.. request.Runs.Select(run => cell(run.Run))]);

    private static CellText Text(string? text) => text is { Length: > 0 } ? ValueText.Cell(new SacredText(text)) : CellText.Missing;

    private static CellText Short(CellText commit) => commit.Text.Length <= CommitLength ? commit
        : commit with { Text = commit.Text[..CommitLength], Full = commit.Full ?? commit.Text };

    private static CellText Time(DateTime? time) => time is { } at ? new(TimeText.Exact(at), null, CellKind.Text) : CellText.Missing;

    // What was said of a row counts more than its name.
    private CompareRow Judged(CompareRow row, bool? usual) => row.Field is { } field && row.CanBeJudged
        ? row.Judged(request.State.Table.IsLowerBetter(field) ?? usual)
        : row;

    private IReadOnlyList<CompareRow> Listed(IReadOnlyDictionary<NamedRun, IReadOnlyList<Metric>> lists)
    {
        var all = request.Runs.Select(run => lists[run.Named].ToDictionary(metric => metric.Name, StringComparer.Ordinal)).ToList();
        return
        [
            .. all.SelectMany(metrics => metrics.Keys).GroupBy(name => name)
                .OrderByDescending(name => name.Count()).ThenBy(name => name.Key, NaturalOrder.Comparer).Take(MaxListedMetrics)
                .SelectMany(name => Statistics.Select(statistic => MetricRow(
                    name.Key,
                    statistic,
                    [.. all.Select(metrics => ComparedFigure.ValueOf(metrics.GetValueOrDefault(name.Key), statistic))]))),
        ];
    }

    private async Task<(IReadOnlyList<CompareRow> Rows, string? Progress)> FromStatisticsAsync(CancellationToken cancellationToken)
    {
        var names = await request.Source.Catalog.WaitForMetricNamesAsync(cancellationToken) ?? [];
        var snapshot = request.Source.Catalog.Snapshot;
        var preferred = DefaultMetrics.Of(names, snapshot.Runs.Count).Select(field => field.Path[0]);
        var metrics = preferred.Concat(names.OrderByDescending(name => name.Runs).ThenBy(name => name.Name, NaturalOrder.Comparer)
            .Select(name => name.Name)).Distinct(StringComparer.Ordinal).Take(MaxMetrics).ToList();
        var fields = metrics.SelectMany(_ => Statistics, (name, statistic) => RunField.Metric(name, statistic)).ToList();
        var missing = snapshot.Progress(fields).Count(progress => !progress.IsComplete);
        return (
            [.. fields.Select(field => MetricRow(
                field.Path[0], field.Statistic!.Value, [.. request.Runs.Select(run => CompareRequest.Value(run.Named, run.Run, field))]))],
            missing == 0 ? null : "The figures of metrics are still read; those that are missing come by themselves.");
    }

    private CompareRow MetricRow(string metric, MetricStatistic statistic, IReadOnlyList<SacredValue?> values)
    {
        var field = RunField.Metric(metric, statistic);
        bool? usual = MetricGoal.IsHigherBetter(metric) && statistic != MetricStatistic.Min ? false
            : MetricGoal.IsLowerBetter(metric) && statistic != MetricStatistic.Max ? true
            : null;
        var row = new CompareRow(ValueText.Visible(field.ToString()), [.. values.Select(value => ValueText.Cell(value))])
        {
            Field = field,
            Numbers = [.. values.Select(ComparedFigure.Number)],
        };
        return Judged(row, usual);
    }
}
