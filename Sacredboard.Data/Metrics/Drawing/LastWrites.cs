namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>Finds the points that a later one of the same step replaces: what a resumed run recorded again.</summary>
internal static class LastWrites
{
    /// <summary>Whether no step is below the one before; steps that are not finite do not count.</summary>
    public static bool IsMonotonic(ReadOnlySpan<double> steps)
    {
        if (NumberScan.IsAscending(steps) && NumberScan.AllFinite(steps))
        {
            return true;
        }

        var last = double.NegativeInfinity;
        foreach (var step in steps)
        {
            if (step < last && double.IsFinite(step))
            {
                return false;
            }

            last = double.IsFinite(step) ? step : last;
        }

        return true;
    }

    /// <summary>True for each point that is not the last one of its step; null when there is none.</summary>
    public static (bool[]? Overwritten, RepeatedSteps Repeated) Of(double[] steps)
    {
        var order = XOrder.Of(steps, 0, steps.Length, null);
        bool[]? overwritten = null;
        var repeated = RepeatedSteps.None;
        for (var i = 1; i < order.Length; i++)
        {
            var step = steps[order[i]];
            if (steps[order[i - 1]] == step)
            {
                (overwritten ??= new bool[steps.Length])[order[i - 1]] = true;
                repeated = new(repeated.Count + 1, repeated.Count == 0 ? step : repeated.From, step);
            }
        }

        return (overwritten, repeated);
    }
}
