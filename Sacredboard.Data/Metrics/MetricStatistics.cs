namespace Sacredboard.Data.Metrics;

/// <summary>The statistics of one metric of one run, see <see cref="MetricStatistic"/>. Null when there is none.</summary>
public readonly record struct MetricStatistics
{
    public required int Count { get; init; }

    /// <summary>Number of points that are finite numbers.</summary>
    public required int Finite { get; init; }

    public double? First { get; init; }

    public double? Last { get; init; }

    public double? FirstFinite { get; init; }

    public double? LastFinite { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    public double? Mean { get; init; }

    public double? MinStep { get; init; }

    public double? MaxStep { get; init; }

    /// <summary>The value at the requested step, if one was requested.</summary>
    public double? At { get; init; }

    /// <summary>Null when there is none.</summary>
    public double? this[MetricStatistic kind] => kind switch
    {
        MetricStatistic.First => First,
        MetricStatistic.Last => Last,
        MetricStatistic.FirstFinite => FirstFinite,
        MetricStatistic.LastFinite => LastFinite,
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
    /// <param name="notNumbers">The indices of the values that are not numbers.</param>
    /// <param name="step">The step for <see cref="At"/>; null for none.</param>
    public static MetricStatistics Of(
        ReadOnlySpan<double> steps, ReadOnlySpan<double> values, IReadOnlyCollection<int> notNumbers, double? step)
    {
        var totals = Metric.Of("", steps, values, notNumbers, default);
        var (first, last) = (0, values.Length - 1);
        while (first <= last && !double.IsFinite(values[first]))
        {
            first++;
        }

        while (last > first && !double.IsFinite(values[last]))
        {
            last--;
        }

        return new()
        {
            Count = totals.Count,
            Finite = totals.Finite,
            First = Recorded(values, 0, notNumbers),
            Last = Recorded(values, values.Length - 1, notNumbers),
            FirstFinite = first <= last ? values[first] : null,
            LastFinite = first <= last ? values[last] : null,
            Min = totals.Min,
            Max = totals.Max,
            Mean = totals.Mean,
            MinStep = totals.MinStep,
            MaxStep = totals.MaxStep,
            At = step is { } wanted ? Recorded(values, steps.LastIndexOf(wanted), notNumbers) : null,
        };
    }

    // Null where there is no such point, and where its value is not a number.
    private static double? Recorded(ReadOnlySpan<double> values, int index, IReadOnlyCollection<int> notNumbers) =>
        index < 0 || index >= values.Length || notNumbers.Contains(index) ? null : values[index];
}
