using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Curves;

/// <summary>One metric of one run that is there.</summary>
/// <param name="Window">What is asked for, with the start and the x axis of this run.</param>
/// <param name="Version">Differs whenever the curve may differ.</param>
/// <param name="Count">Number of its points.</param>
/// <param name="From">Left edge of its points; NaN without any.</param>
/// <param name="To">Right edge of its points.</param>
public sealed record FoundCurve(NamedRun Run, string Metric, MetricWindow Window, long Version, int Count, double From, double To)
{
    /// <summary>The runs whose points it has, the first one first: those that the run went on from, or the run alone.</summary>
    public required IReadOnlyList<RunId> Line { get; init; }

    /// <summary>The points, unless those of all curves together would take too much memory.</summary>
    public MetricPoints? Points { get; init; }
}

/// <summary>The curves of a <see cref="CurvesRequest"/>: run by run, each in the order of the metrics.</summary>
/// <param name="Missing">The metrics that their runs do not have, or that belong to runs that are not there.</param>
public sealed record FoundCurves(IReadOnlyList<FoundCurve> Found, IReadOnlyList<(NamedRun Run, string Metric)> Missing);
