using Sacredboard.Data.Metrics;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>Converts a scalar tag to a metric.</summary>
internal static class LoggedScalar
{
    public static MetricSeries Series(string name, ScalarSeries scalar) => new()
    {
        Name = name,
        Steps = Steps(scalar),
        Values = scalar.Values.ToArray(),
        Times = Times(scalar.Times),
    };

    public static Metric Describe(string name, ScalarSeries scalar) =>
        Metric.Of(name, Steps(scalar), scalar.Values, [], Ends(scalar)) with { IsFromTensorBoard = true };

    private static MetricEnds Ends(ScalarSeries scalar) => scalar.Count == 0 ? default
        : new(
            new SacredInteger(scalar.Steps[0]),
            new SacredInteger(scalar.Steps[^1]),
            new SacredDouble(scalar.Values[0]),
            new SacredDouble(scalar.Values[^1]));

    private static double[] Steps(ScalarSeries scalar)
    {
        var steps = new double[scalar.Count];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = scalar.Steps[i];
        }

        return steps;
    }

    private static double[] Times(ReadOnlySpan<double> seconds)
    {
        var times = new double[seconds.Length];
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = double.IsFinite(seconds[i]) ? seconds[i] * 1000 : double.NaN;
        }

        return times;
    }
}
