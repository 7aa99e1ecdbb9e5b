namespace Sacredboard.Data.Metrics;

/// <summary>The statistics of one metric of one run, see <see cref="MetricStatistic"/>. NaN when there is none.</summary>
public readonly record struct MetricStatistics
{
    public required int Count { get; init; }

    /// <summary>Number of points that are finite numbers.</summary>
    public required int Finite { get; init; }

    public double First { get; init; } = double.NaN;

    public double Last { get; init; } = double.NaN;

    public double Min { get; init; } = double.NaN;

    public double Max { get; init; } = double.NaN;

    public double Mean { get; init; } = double.NaN;

    public double MinStep { get; init; } = double.NaN;

    public double MaxStep { get; init; } = double.NaN;

    /// <summary>The value at the requested step, if one was requested.</summary>
    public double At { get; init; } = double.NaN;

    public MetricStatistics()
    {
    }

    /// <summary>NaN when there is none.</summary>
    public double this[MetricStatistic kind] => kind switch
    {
        MetricStatistic.First => First,
        MetricStatistic.Last => Last,
        MetricStatistic.Min => Min,
        MetricStatistic.Max => Max,
        MetricStatistic.Mean => Mean,
        MetricStatistic.Count => Count,
        MetricStatistic.ArgMin => MinStep,
        MetricStatistic.ArgMax => MaxStep,
        MetricStatistic.NonFinite => Count - Finite,
        _ => At,
    };

    /// <summary>Computes the statistics of all points, in stored order.</summary>
    /// <param name="steps">The steps, NaN for those that are not numbers, like <paramref name="values"/>; of equal length.</param>
    /// <param name="values">The values.</param>
    /// <param name="step">The step for <see cref="At"/>; null for none.</param>
    public static MetricStatistics Of(ReadOnlySpan<double> steps, ReadOnlySpan<double> values, double? step)
    {
        var totals = Metric.Of("", steps, values, [], default);
        var (first, last) = (0, values.Length - 1);
        while (first <= last && !double.IsFinite(values[first]))
        {
            first++;
        }

        while (last > first && !double.IsFinite(values[last]))
        {
            last--;
        }

        var at = step is { } wanted ? steps.LastIndexOf(wanted) : -1;
        return new()
        {
            Count = totals.Count,
            Finite = totals.Finite,
            First = first <= last ? values[first] : double.NaN,
            Last = first <= last ? values[last] : double.NaN,
            Min = totals.Min ?? double.NaN,
            Max = totals.Max ?? double.NaN,
            Mean = totals.Mean ?? double.NaN,
            MinStep = totals.MinStep ?? double.NaN,
            MaxStep = totals.MaxStep ?? double.NaN,
            At = at >= 0 && double.IsFinite(values[at]) ? values[at] : double.NaN,
        };
    }
}
