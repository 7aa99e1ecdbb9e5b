using Sacredboard.Data.Values;

namespace Sacredboard.Data.Metrics;

/// <summary>A metric without its points. All stored documents of one name are one metric.</summary>
public sealed record Metric
{
    public required string Name { get; init; }

    /// <summary>Number of points that have both a step and a value.</summary>
    public required int Count { get; init; }

    /// <summary>The stored value: usually a number, but may be anything. Null without points.</summary>
    public SacredValue? FirstStep { get; init; }

    public SacredValue? LastStep { get; init; }

    public SacredValue? First { get; init; }

    public SacredValue? Last { get; init; }

    /// <summary>Over the finite numbers, like <see cref="Max"/>; null when there are none.</summary>
    public double? Min { get; init; }

    public double? Max { get; init; }

    /// <summary>The steps of <see cref="Min"/> and <see cref="Max"/> (the first ones that hold them).</summary>
    public double? MinStep { get; init; }

    public double? MaxStep { get; init; }

    public double? Mean { get; init; }

    public int Finite { get; init; }

    public int NaN { get; init; }

    public int PlusInfinity { get; init; }

    public int MinusInfinity { get; init; }

    /// <summary>Number of values that are not numbers: text, bool, null, lists, objects.</summary>
    public int NotNumbers { get; init; }

    /// <summary>Number of points whose step is not a finite number.</summary>
    public int WithoutStep { get; init; }

    /// <summary>Number of points with a finite step and a finite value: those of the line.</summary>
    public int OnLine { get; init; }

    /// <summary>How often its line begins anew, see <see cref="MetricPasses"/>.</summary>
    public int Restarts { get; init; }

    /// <summary>True when it was read from an event file of TensorBoard, not stored by Sacred.</summary>
    public bool IsFromTensorBoard { get; init; }

    /// <summary>True when it is a list in the run's info, not a metric of Sacred.</summary>
    public bool IsFromInfo { get; init; }

    /// <summary>
    /// Number of stored points that are left out, because they were recorded before the run started or after it ended: by an earlier
    /// attempt, or by a run of the same id in another collection.
    /// </summary>
    public int LeftOut { get; init; }

    /// <summary>True when a run of the same id in another collection ran at the same time, and may have added points.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Counts and extremes of all points, the same for all backends.</summary>
    /// <param name="name">The name of the metric.</param>
    /// <param name="steps">The steps, NaN for those that are not numbers, like <paramref name="values"/>; of equal length.</param>
    /// <param name="values">The values, in stored order.</param>
    /// <param name="notNumbers">The indices of the values that are not numbers.</param>
    /// <param name="ends">The first and last point as stored.</param>
    public static Metric Of(
        string name, ReadOnlySpan<double> steps, ReadOnlySpan<double> values, IReadOnlyCollection<int> notNumbers, MetricEnds ends)
    {
        var (finite, nan, plus, minus, sum) = (0, 0, 0, 0, 0.0);
        var (least, greatest) = (-1, -1);
        var (withoutStep, onLine) = (0, 0);
        if (values.Length > 0 && NumberScan.AllFinite(values) && NumberScan.AllFinite(steps))
        {
            (finite, onLine) = (values.Length, values.Length);
            (least, greatest) = Extremes.Of(values, 0, values.Length);
            foreach (var value in values)
            {
                sum += value;
            }
        }
        else
        {
            for (var i = 0; i < values.Length; i++)
            {
                var value = values[i];
                var hasStep = double.IsFinite(steps[i]);
                withoutStep += hasStep ? 0 : 1;
                if (!double.IsFinite(value))
                {
                    nan += double.IsNaN(value) ? 1 : 0;
                    plus += value > 0 ? 1 : 0;
                    minus += value < 0 ? 1 : 0;
                    continue;
                }

                finite++;
                onLine += hasStep ? 1 : 0;
                sum += value;
                least = least < 0 || value < values[least] ? i : least;
                greatest = greatest < 0 || value > values[greatest] ? i : greatest;
            }
        }

        return new()
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
            // Values that are not numbers are NaN here too.
            NaN = nan - notNumbers.Count,
            PlusInfinity = plus,
            MinusInfinity = minus,
            NotNumbers = notNumbers.Count,
            WithoutStep = withoutStep,
            OnLine = onLine,
            Restarts = MetricPasses.Of(steps).Length - 1,
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
