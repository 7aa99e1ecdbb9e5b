using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Web.Charts;

namespace Sacredboard.Web.Curves;

/// <summary>Metrics of many runs to be drawn in one chart, as parameters say it.</summary>
public sealed record CurvesRequest
{
    /// <summary>More curves than this nobody tells apart, and no browser draws at once.</summary>
    public const int MaxRuns = 500;

    public const int MaxMetrics = 20;

    private const int UsualColumns = 1000;

    /// <summary>The names of the runs; empty for those that a query finds.</summary>
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> Metrics { get; init; }

    /// <summary>Always with columns; without what depends on the run.</summary>
    public required MetricWindow Window { get; init; }

    /// <summary>The metric of the x axis; null for other axes.</summary>
    public required string? XMetric { get; init; }

    /// <summary>The curve of each run begins with those of the runs that it went on from.</summary>
    public required bool IsJoined { get; init; }

    /// <summary>How groups become one curve.</summary>
    public required GroupLook Look { get; init; }

    /// <summary>The request, or the first parameter that cannot be read.</summary>
    public static (CurvesRequest? Request, CurveProblem? Problem) Read(IQueryCollection parameters)
    {
        IReadOnlyList<string> metrics = [.. parameters["metric"].Select(name => name ?? "").Distinct(StringComparer.Ordinal)];
        if (metrics.Count is 0 or > MaxMetrics)
        {
            return (null, new("metric", $"Name 1 to {MaxMetrics} metrics."));
        }

        var curve = CurveParameters.Of(parameters);
        if (curve.TryRead(out var window) is { } wrong)
        {
            return (null, wrong);
        }

        return GroupLook.Read(parameters, out var problem) is not { } look ? (null, problem) : (new()
        {
            Ids = [.. parameters["ids"].OfType<string>().SelectMany(ids => ids.Split(',')).Where(id => id.Length > 0)
                .Distinct(StringComparer.Ordinal)],
            Metrics = metrics,
            Window = window with { Columns = window.Columns ?? UsualColumns, Grow = false },
            XMetric = curve.XMetric,
            IsJoined = curve.IsJoined,
            Look = look,
        }, null);
    }
}
