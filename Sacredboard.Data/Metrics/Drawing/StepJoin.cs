namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>Joins two metrics of a run on their steps.</summary>
internal static class StepJoin
{
    /// <summary>The value of another metric at each step; NaN where it has none.</summary>
    /// <param name="steps">The steps of the metric to draw.</param>
    /// <param name="other">The metric of the x axis. Of several points at a step the one that was recorded last counts.</param>
    public static double[] ValuesAt(double[] steps, MetricSeries other)
    {
        // Metrics that are recorded together have the same steps, even those that repeat.
        if (steps.AsSpan().SequenceEqual(other.Steps))
        {
            return other.Values;
        }

        var order = XOrder.Of(other.Steps, 0, other.Count, null);
        var known = Array.ConvertAll(order, place => other.Steps[place]);
        return Array.ConvertAll(steps, step =>
        {
            var after = M4.Window(known, step, step).End;
            return after > 0 && known[after - 1] == step ? other.Values[order[after - 1]] : double.NaN;
        });
    }
}
