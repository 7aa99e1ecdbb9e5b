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

    /// <summary>Of few runs; others are in the charts.</summary>
    private const int MaxListedMetrics = 100;

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
        return new([.. sections.Where(section => section.Rows.Count > 0)], request.Runs.Count > CompareTable.MaxColumns, progress);
    }

    private IReadOnlyList<CompareRow> OwnRows() =>
    [
        Row("status", run => new(StatusLabel.Of(run).Word, null, CellKind.Text)),
        Row("experiment", run => ValueText.Cell(run.Experiment is { } name ? new SacredText(name) : null)),
        Row("started", run => run.Started is { } at ? new(TimeText.Exact(at), null, CellKind.Text) : CellText.Missing),
        Row("duration", run => run.Duration(now) is { } span ? new(DurationText.Of(span), null, CellKind.Text) : CellText.Missing),
        Row("host", run => run.Host is { Length: > 0 } host ? ValueText.Cell(new SacredText(host)) : CellText.Missing),
        Row("result", run => ValueText.Cell(run.Result)),
    ];

    private CompareRow Row(string title, Func<CatalogRun, CellText> cell) => new(title, [.. request.Runs.Select(run => cell(run.Run))]);

    private IReadOnlyList<CompareRow> Listed(IReadOnlyDictionary<NamedRun, IReadOnlyList<Metric>> lists)
    {
        var all = request.Runs.Select(run => lists[run.Named].ToDictionary(metric => metric.Name, StringComparer.Ordinal)).ToList();
        return
        [
            .. all.SelectMany(metrics => metrics.Keys).GroupBy(name => name)
                .OrderByDescending(name => name.Count()).ThenBy(name => name.Key, NaturalOrder.Comparer).Take(MaxListedMetrics)
                .SelectMany(name => Statistics.Select(statistic => MetricRow(
                    name.Key, statistic, [.. all.Select(metrics => Value(metrics.GetValueOrDefault(name.Key), statistic))]))),
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

    private static SacredValue? Value(Metric? metric, MetricStatistic statistic) => statistic switch
    {
        MetricStatistic.Last => metric?.Last,
        MetricStatistic.Min => metric?.Min is { } min ? new SacredDouble(min) : null,
        _ => metric?.Max is { } max ? new SacredDouble(max) : null,
    };

    private static CompareRow MetricRow(string metric, MetricStatistic statistic, IReadOnlyList<SacredValue?> values)
    {
        var (higher, lower) = (MetricGoal.IsHigherBetter(metric), MetricGoal.IsLowerBetter(metric));
        var counts = (higher && statistic != MetricStatistic.Min) || (lower && statistic != MetricStatistic.Max);
        return new(ValueText.Visible(RunField.Metric(metric, statistic).ToString()), [.. values.Select(value => ValueText.Cell(value))])
        {
            Best = counts ? Best([.. values.Select(Number)], higher) : new HashSet<int>(),
            Goal = !counts ? null : higher ? "higher is better" : "lower is better",
        };
    }

    private static double? Number(SacredValue? value) => value switch
    {
        SacredDouble { Value: var number } when double.IsFinite(number) => number,
        SacredInteger whole => (double)whole.Value,
        SacredTyped { Value: { } inner } => Number(inner),
        _ => null,
    };

    // Where all are equal, none is best.
    private static HashSet<int> Best(double?[] numbers, bool higher)
    {
        var known = numbers.OfType<double>().ToList();
        if (known.Distinct().Count() < 2)
        {
            return [];
        }

        var best = higher ? known.Max() : known.Min();
        return [.. Enumerable.Range(0, numbers.Length).Where(i => numbers[i] == best)];
    }
}
