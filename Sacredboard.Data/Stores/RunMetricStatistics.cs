using System.Runtime.CompilerServices;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores;

/// <summary>Which statistics <see cref="IRunMetrics.ReadStatisticsAsync"/> is asked for.</summary>
/// <param name="Name">The name of the metric, any text.</param>
/// <param name="Runs">The runs, the most important first.</param>
/// <param name="Step">The step for the value at a step; null for none.</param>
public sealed record MetricStatisticsRequest(string Name, IReadOnlyList<RunId> Runs, double? Step = null);

/// <param name="Run">The run.</param>
/// <param name="Statistics">Null when the run has no metric of the name, or none that can be read.</param>
/// <param name="Problem">Why the stored metric cannot be read, safe to show; usually null.</param>
public sealed record RunMetricStatistics(RunId Run, MetricStatistics? Statistics, string? Problem = null)
{
    /// <summary>The answer of a storage without metrics.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> NoneAsync(
        MetricStatisticsRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        yield return [.. request.Runs.Select(run => new RunMetricStatistics(run, null))];
    }

    /// <summary>Statistics of metrics that can only be read point by point: for a few runs, or stores without a better way.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadEachAsync(
        IRunMetrics metrics, MetricStatisticsRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var run in request.Runs)
        {
            yield return [await ReadAsync(metrics, run, request, cancellationToken).ConfigureAwait(false)];
        }
    }

    private static async Task<RunMetricStatistics> ReadAsync(
        IRunMetrics metrics, RunId run, MetricStatisticsRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await metrics.ReadAsync(run, request.Name, cancellationToken).ConfigureAwait(false) is { } series
                ? new(run, MetricStatistics.Of(series.Steps, series.Values, series.NotNumbers, request.Step))
                : new(run, null);
        }
        catch (RunStoreException exception) when (exception.Problem == RunStoreProblem.Unreadable)
        {
            return new(run, null, exception.Message);
        }
    }
}
