using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Web.Curves;

/// <summary>A metric of a run, and how much of it the caller has.</summary>
/// <param name="Points">All of it.</param>
/// <param name="Known">The number of points of the answer that the caller has; null for none, or one of other points.</param>
internal sealed record KnownCurve(MetricPoints Points, int? Known)
{
    /// <param name="after">The number that the caller says, or null.</param>
    /// <param name="version">The version of what it has.</param>
    public static KnownCurve Of(MetricPoints points, int? after, string? version) => new(
        points,
        after is { } count && count > 0 && count <= points.Series.Count && ContentVersion.Extends(points, count, version) ? count : null);

    /// <summary>One window for all, and for each curve what the caller has of it: <see cref="MetricWindow.After"/>.</summary>
    public static (MetricWindow Window, IReadOnlyList<MetricWindow> Windows) Windows(IReadOnlyList<KnownCurve> curves, MetricWindow asked)
    {
        var window = CommonWindow.Of(asked, [.. curves.Select(curve => curve.Points)]);
        var isKnown = curves.All(curve => curve.Known is not null);
        var before = isKnown ? CommonWindow.Of(asked, [.. curves.Select(curve => curve.Points.First(curve.Known!.Value))]) : null;
        return (window, [.. curves.Select(curve => window with { After = isKnown ? curve.Known : null, Before = before })]);
    }
}
