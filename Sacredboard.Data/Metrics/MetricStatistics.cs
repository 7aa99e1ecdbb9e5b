using Sacredboard.Data.Values;

namespace Sacredboard.Data.Metrics;

/// <summary>The first and the last point of a metric as stored; all null without points.</summary>
public readonly record struct MetricEnds(SacredValue? FirstStep, SacredValue? LastStep, SacredValue? First, SacredValue? Last);

/// <summary>Counts and extremes of a metric's points, the same for all backends.</summary>
public static class MetricStatistics
{
    public static Metric Describe(
        string name, ReadOnlySpan<double> steps, ReadOnlySpan<double> values, IReadOnlyCollection<int> notNumbers, MetricEnds ends)
    {
        var (finite, nan, plus, minus, sum) = (0, 0, 0, 0, 0.0);
        var (least, greatest) = (-1, -1);
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (!double.IsFinite(value))
            {
                nan += double.IsNaN(value) ? 1 : 0;
                plus += value > 0 ? 1 : 0;
                minus += value < 0 ? 1 : 0;
                continue;
            }

            finite++;
            sum += value;
            least = least < 0 || value < values[least] ? i : least;
            greatest = greatest < 0 || value > values[greatest] ? i : greatest;
        }

        return new Metric
        {
            Name = name,
            Count = values.Length,
            FirstStep = ends.FirstStep,
            LastStep = ends.LastStep,
            First = ends.First,
            Last = ends.Last,
            Min = least < 0 ? null : values[least],
            Max = greatest < 0 ? null : values[greatest],
            MinStep = StepAt(steps, least),
            MaxStep = StepAt(steps, greatest),
            Mean = finite == 0 ? null : double.IsFinite(sum) ? sum / finite : MeanOfHuge(values, finite),
            Finite = finite,
            // What is no number at all is NaN among the values.
            NaN = nan - notNumbers.Count,
            PlusInfinity = plus,
            MinusInfinity = minus,
            NotNumbers = notNumbers.Count,
        };
    }

    private static double? StepAt(ReadOnlySpan<double> steps, int place) =>
        place >= 0 && !double.IsNaN(steps[place]) ? steps[place] : null;

    // Values near the limit of doubles overflow when they are added up.
    private static double MeanOfHuge(ReadOnlySpan<double> values, int finite)
    {
        var mean = 0.0;
        foreach (var value in values)
        {
            mean += double.IsFinite(value) ? value / finite : 0;
        }

        return mean;
    }
}
