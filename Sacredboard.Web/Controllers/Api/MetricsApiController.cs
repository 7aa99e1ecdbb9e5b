using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Web.Charts;
using Sacredboard.Web.Files;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers.Api;

[Tags("Metrics")]
[Route("/api/v1/{source}/runs/{id}/metrics")]
public sealed class MetricsApiController(SeriesCache answers, IOptions<JsonOptions> json) : ApiController
{
    [HttpGet]
    [EndpointSummary("The metrics of a run")]
    [EndpointDescription("Each with its number of points, its first and last point, and its statistics over all points.")]
    [ProducesResponseType<IReadOnlyList<MetricModel>>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> List([Description("The id as the list gives it.")] string id, CancellationToken cancellationToken)
    {
        if (!TryReadId(out var runId))
        {
            return NoSuch("run");
        }

        var list = await Source.Runs.ListMetricsAsync(runId, cancellationToken);
        return list.Count == 0 && !await Source.Runs.ExistsAsync(runId, cancellationToken)
            ? NoSuch("run")
            : Ok(list.Select(metric => MetricModel.Of(metric, Urls.MetricData(runId, metric.Name))));
    }

    [HttpGet("{**name}")]
    [EndpointSummary("The points of one metric")]
    [EndpointDescription("Without columns all points as stored. With columns only as many as a chart of that many pixels needs to look "
        + "the same. "
        + "Send the ETag back as If-None-Match: 304 says that there are no new points.")]
    [ProducesResponseType<SeriesModel>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")]
    public async Task<IActionResult> Read(
        [Description("The id as the list gives it.")] string id,
        [Description("The metric's name, percent encoded; or the last part of the url that the list gives.")] string name,
        [FromQuery] CurveParameters curve,
        [FromQuery]
        [Description("The number of points that the caller has, with version; x, from, to, columns and all else as in that answer. Only "
            + "what changed since is given, see tail.")]
        int? after = null,
        [FromQuery, Description("The version of the answer that the caller has. If its points were changed since, all are given.")]
        string? version = null,
        [FromQuery]
        [Description("json (default), or a file with step, time and value of all points in stored order, those between from and to: csv, "
            + "or npy for numpy.load (records of float64, datetime64[us] and float64). A file has no columns.")]
        string? format = null,
        CancellationToken cancellationToken = default)
    {
        if (curve.TryRead(out var window) is { } problem)
        {
            return Refusals.BadParameter(problem.Parameter, problem.Detail);
        }

        var file = format is "csv" or "npy";
        if ((!file && format is not (null or "" or "json")) || (file && window.Columns is not null))
        {
            return Refusals.BadParameter("format", file ? "A file has all points: leave out columns." : "It is one of json, csv and npy.");
        }

        var finder = new MetricFinder(Source, curve.IsJoined);
        if (!TryReadId(out var runId) || await finder.FindAsync(runId, name ?? "", cancellationToken) is not { } points)
        {
            return NoSuch("metric");
        }

        var by = curve.XMetric is { } other ? await finder.FindAsync(runId, other, cancellationToken) : null;
        if (curve.XMetric is not null && by is null)
        {
            return NoSuch("metric for the x axis");
        }

        var started = window.Axis == MetricAxis.Relative ? await finder.StartedAsync(runId, cancellationToken) : null;
        window = window with
        {
            By = by,
            Started = started,
            After = after is { } count && ContentVersion.Extends(points, count, version) ? count : null,
        };
        return IsNotModified(points.Version, started?.Ticks ?? 0, by?.Version ?? 0) ? StatusCode(StatusCodes.Status304NotModified)
            : file ? await SendFileAsync(new(points, window), points.Series.Name, format!, cancellationToken)
            : window.Columns is null ? await SendWholeAsync(SeriesModel.Of(points, window), cancellationToken)
            : File(answers.Write(HttpContext, points, window), SeriesCache.ContentType);
    }

    private async Task<IActionResult> SendWholeAsync(SeriesModel series, CancellationToken cancellationToken)
    {
        Response.ContentType = SeriesCache.ContentType;
        await SeriesJson.WriteAsync(Response.BodyWriter, series, json.Value.JsonSerializerOptions, cancellationToken);
        return new EmptyResult();
    }

    private async Task<IActionResult> SendFileAsync(PointsFile file, string name, string format, CancellationToken cancellationToken)
    {
        Response.SetFileName($"{RouteData.Values["id"]}-{name}.{format}");
        Response.ContentType = format == "csv" ? "text/csv; charset=utf-8" : "application/octet-stream";
        await (format == "csv"
            ? file.WriteCsvAsync(Response.BodyWriter, cancellationToken)
            : file.WriteNpyAsync(Response.BodyWriter, cancellationToken));
        return new EmptyResult();
    }
}
