namespace Sacredboard.Data.Metrics;

/// <summary>
/// Divides a metric where its steps go back: a resumed run records steps anew, and a line through both passes would be a saw-tooth.
/// </summary>
internal static class MetricPasses
{
    /// <summary>A metric of more passes is not one that was resumed: its points are out of order.</summary>
    public const int Max = 32;

    /// <summary>
    /// The index of the first point of each pass. Only one pass when no two share a part of the axis, because then all points make one
    /// line in the order of their steps.
    /// </summary>
    /// <param name="steps">In stored order; those that are not finite belong to the pass that they are in.</param>
    public static int[] Of(ReadOnlySpan<double> steps)
    {
        if (NumberScan.IsAscending(steps) && NumberScan.AllFinite(steps))
        {
            return [0];
        }

        // Statistics ask for every metric of every run; nearly all have one pass.
        List<Pass>? passes = null;
        var (start, from, last) = (0, double.NaN, double.NegativeInfinity);
        for (var i = 0; i < steps.Length; i++)
        {
            var step = steps[i];
            if (!double.IsFinite(step))
            {
                continue;
            }

            if (step < last)
            {
                (passes ??= []).Add(new(start, from, last));
                if (passes.Count == Max)
                {
                    return [0];
                }

                (start, from) = (i, step);
            }

            from = double.IsNaN(from) ? step : from;
            last = step;
        }

        passes?.Add(new(start, from, last));
        return passes is not null && Overlap(passes) ? [.. passes.Select(pass => pass.Start)] : [0];
    }

    private static bool Overlap(List<Pass> passes)
    {
        var ordered = passes.OrderBy(pass => pass.From).ThenBy(pass => pass.To).ToList();
        return ordered.Zip(ordered.Skip(1)).Any(pair => pair.Second.From < pair.First.To);
    }

    private readonly record struct Pass(int Start, double From, double To);
}
