using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Web.Charts;
using Sacredboard.Web.Curves;
using Sacredboard.Web.Models.Api;

namespace Sacredboard.Web.Controllers.Api;

[Tags("Metrics")]
[Route("/api/v1/{source}/runs/{id}/curves")]
public sealed class RunCurvesApiController : ApiController
{
    private const int MaxMetrics = 50;
    private const int UsualColumns = 1000;

    [HttpGet]
    [EndpointSummary("The points of several metrics of a run, for one chart")]
    [EndpointDescription("All have one window and one y axis. Send the ETag back as If-None-Match: 304 says that there are no new points.")]
    [ProducesResponseType<RunCurvesModel>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")]
    public async Task<IActionResult> Read(
        [Description("The id as the list gives it.")] string id,
        [FromQuery, Description("The names of metrics, or the last parts of the urls that the list gives; 1 to 50.")] string[] metric,
        [FromQuery] CurveParameters curve,
        [FromQuery, Description("The number of points that the caller has of each metric, in their order, with version; as for one.")]
        int[]? after = null,
        [FromQuery, Description("The version that the caller has of each metric, in their order.")] string[]? version = null,
        CancellationToken cancellationToken = default)
    {
        if (metric.Length is 0 or > MaxMetrics)
        {
            return Refusals.BadParameter("metric", $"Name 1 to {MaxMetrics} metrics.");
        }

        if (curve.TryRead(out var window) is { } problem)
        {
            return Refusals.BadParameter(problem.Parameter, problem.Detail);
        }

        if (!TryReadId(out var runId))
        {
            return NoSuch("run");
        }

        var finder = new MetricFinder(Source, curve.IsJoined);
        var found = new MetricPoints?[metric.Length];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = await finder.FindAsync(runId, metric[i] ?? "", cancellationToken);
        }

        var by = curve.XMetric is { } other ? await finder.FindAsync(runId, other, cancellationToken) : null;
        if (found.All(points => points is null) || (curve.XMetric is not null && by is null))
        {
            return NoSuch("metric");
        }

        var started = window.Axis == MetricAxis.Relative ? await finder.StartedAsync(runId, cancellationToken) : null;
        window = window with { By = by, Started = started, Columns = window.Columns ?? UsualColumns };
        if (IsNotModified([.. found.Select(points => points?.Version ?? 0), started?.Ticks ?? 0, by?.Version ?? 0]))
        {
            return StatusCode(StatusCodes.Status304NotModified);
        }

        List<KnownCurve> curves =
        [
            .. from place in found.Index()
               where place.Item is not null
               select KnownCurve.Of(place.Item!, At(after, place.Index), version?.ElementAtOrDefault(place.Index)),
        ];
        var (common, windows) = KnownCurve.Windows(curves, window);
        return Ok(RunCurvesModel.Of(
            [.. curves.Zip(windows, (one, own) => SeriesModel.Of(one.Points, own))],
            common,
            [.. metric.Where((_, i) => found[i] is null)]));
    }

    private static int? At(int[]? numbers, int place) => place < numbers?.Length ? numbers[place] : null;
}
