namespace Sacredboard.Data.Metrics;

/// <summary>Joins a metric of runs, each of which went on from the one before, on step.</summary>
internal static class JoinedSeries
{
    /// <summary>
    /// One series of all: of each run the points before the first step of those after it, because a run that goes on from a checkpoint
    /// replaces what came after that checkpoint, whether it records the very same steps or not. Points whose step is not finite stay.
    /// </summary>
    /// <param name="parts">The first run's first; at least one.</param>
    public static MetricSeries Of(IReadOnlyList<(string Run, MetricSeries Series)> parts)
    {
        var ends = Ends(parts);
        var kept = parts.Select((part, i) => part.Series.Steps.Count(step => IsBefore(step, ends[i]))).ToList();
        var (steps, values, times) = (new double[kept.Sum()], new double[kept.Sum()], new double[kept.Sum()]);
        var notNumbers = new List<int>();
        var count = 0;
        foreach (var ((_, series), end) in parts.Zip(ends))
        {
            // Mostly all are kept, or the first ones; but steps may be stored in any order.
            var isOdd = series.NotNumbers.ToHashSet();
            for (var place = 0; place < series.Count; place++)
            {
                if (IsBefore(series.Steps[place], end))
                {
                    (steps[count], values[count], times[count]) = (series.Steps[place], series.Values[place], series.Times[place]);
                    if (isOdd.Contains(place))
                    {
                        notNumbers.Add(count);
                    }

                    count++;
                }
            }
        }

        return new()
        {
            Name = parts[^1].Series.Name,
            Steps = steps,
            Values = values,
            Times = times,
            NotNumbers = [.. notNumbers],
            Parts = [.. parts.Zip(kept, (part, own) => new SeriesPart(part.Run, own, part.Series.Count - own))],
        };
    }

    // Where the points of each run end: at the first step of any run after it.
    private static double[] Ends(IReadOnlyList<(string Run, MetricSeries Series)> parts)
    {
        var ends = new double[parts.Count];
        var next = double.PositiveInfinity;
        for (var part = parts.Count - 1; part >= 0; part--)
        {
            ends[part] = next;
            foreach (var step in parts[part].Series.Steps)
            {
                next = double.IsFinite(step) && step < next ? step : next;
            }
        }

        return ends;
    }

    private static bool IsBefore(double step, double end) => step < end || !double.IsFinite(step);
}
