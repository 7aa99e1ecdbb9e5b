using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Values;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Compare;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.ComparePage;

/// <summary>Reads one number of each compared run: the one asked for, or the one that tells most.</summary>
internal sealed class ComparedFigure(CompareRequest request, DateTimeOffset now)
{
    private const int MaxSuggested = 40;

    /// <summary>Squares and sums of larger numbers overflow.</summary>
    private const double MaxMagnitude = 1e150;

    private readonly ComparedMetrics _metrics = new(request);

    private IEnumerable<Source> Sources => request.Runs.Select(run => run.Named.Source).Distinct();

    /// <summary>The figure, and a number for each run; null where it has none, or a NaN or an infinity.</summary>
    public async Task<(CompareFigure Figure, IReadOnlyList<double?> Numbers)> ReadAsync(CancellationToken cancellationToken)
    {
        var lists = await _metrics.ListAsync(cancellationToken);
        var figure = Chosen(lists);
        var field = figure.Field;
        var fromLists = _metrics.AreAllListed && field.Statistic is MetricStatistic.Last or MetricStatistic.Min or MetricStatistic.Max;
        IReadOnlyList<double?> numbers =
        [
            .. request.Runs.Select(run => Number(fromLists
                ? ValueOf(lists[run.Named].FirstOrDefault(metric => metric.Name == field.Path[0]), field.Statistic!.Value)
                : run.Named.Source.Catalog.Snapshot.Value(run.Run, field, now))),
        ];
        return (
            figure with { LeftOut = numbers.Count(number => number is null), Progress = fromLists ? null : Progress(field, Sources) },
            numbers);
    }

    /// <summary>The figure alone.</summary>
    public async Task<CompareFigure> ChooseAsync(CancellationToken cancellationToken) =>
        Chosen(await _metrics.ListAsync(cancellationToken));

    /// <summary>True for a finite number that can be computed with.</summary>
    public static bool IsUsable(double number) => Math.Abs(number) <= MaxMagnitude;

    /// <summary>Such a number; null for all else.</summary>
    public static double? Number(SacredValue? value) => value switch
    {
        SacredDouble { Value: var number } when IsUsable(number) => number,
        SacredInteger whole when IsUsable((double)whole.Value) => (double)whole.Value,
        SacredTyped { Value: { } inner } => Number(inner),
        _ => null,
    };

    /// <summary>The last, lowest or highest value of a metric.</summary>
    public static SacredValue? ValueOf(Metric? metric, MetricStatistic statistic) => statistic switch
    {
        MetricStatistic.Last => metric?.Last,
        MetricStatistic.Min => metric?.Min is { } min ? new SacredDouble(min) : null,
        _ => metric?.Max is { } max ? new SacredDouble(max) : null,
    };

    /// <summary>How far the statistics are read that a field depends on, in words; null when all are.</summary>
    public static string? Progress(RunField field, IEnumerable<Source> sources)
    {
        var missing = sources.SelectMany(source => source.Catalog.Snapshot.Progress([field]))
            .Where(progress => !progress.IsComplete).ToList();
        var (known, total) = (missing.Sum(one => one.Known), missing.Sum(one => one.Total));
        return missing.Count == 0 ? null
            : $"{ValueText.Visible(field.ToString())} is read for {NumberText.Count(known)} of {NumberText.Count(total)} runs. "
            + missing.Select(one => one.Problem).FirstOrDefault(problem => problem is not null);
    }

    private RunField FieldOf(IReadOnlyList<MetricName> names) =>
        request.State.Figure.Field is { } asked ? request.Resolved.Snapshot.Queries().Resolve([asked])[0]
        : DefaultMetrics.Of(names, request.Runs.Count) is [var first, ..] ? first
        : RunField.Own("result");

    private static IEnumerable<RunField> Suggested(IEnumerable<MetricName> names) =>
    [
        RunField.Own("result"),
        .. names.OrderByDescending(name => name.Runs).ThenBy(name => name.Name, NaturalOrder.Comparer)
            .SelectMany(name => MetricGoal.Statistics(name.Name).Take(2), (name, statistic) => RunField.Metric(name.Name, statistic)),
        RunField.Own("duration"),
    ];

    private CompareFigure Chosen(IReadOnlyDictionary<NamedRun, IReadOnlyList<Metric>> lists)
    {
        var names = lists.Values.SelectMany(list => list).CountBy(metric => metric.Name)
            .Select(name => new MetricName(name.Key, name.Value)).ToList();
        var field = FieldOf(names);
        return new()
        {
            Field = field,
            Suggested = [.. Suggested(names).Take(MaxSuggested).Select(one => one.ToString())],
            Goal = request.State.Figure.IsLowerBetter,
        };
    }
}
