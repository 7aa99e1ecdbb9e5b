using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Catalog;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Charts;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers.Api;

[Tags("Metrics")]
[Route("/api/v1/{source}/runs/{id}/metrics")]
public sealed class MetricsApiController(SeriesCache answers) : ApiController
{
    private const int MaxColumns = 20_000;

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
        [FromQuery]
        [Description("step (default), relative (seconds since the run started) or time (milliseconds since 1970 UTC).")]
        string x = "step",
        [FromQuery]
        [Description("Left edge of the window in units of x; the first point when left out. For time also an ISO 8601 time.")]
        string? from = null,
        [FromQuery, Description("Right edge of the window.")] string? to = null,
        [FromQuery, Description("Width of the chart in pixels, 1 to 20000.")] int? columns = null,
        CancellationToken cancellationToken = default)
    {
        if (!Enum.TryParse<MetricAxis>(x, ignoreCase: true, out var axis) || !Enum.IsDefined(axis) || char.IsAsciiDigit(x[0]))
        {
            return Refusals.BadParameter("x", "It is one of step, relative and time.");
        }

        if (!TryReadEdge(from, axis, out var left) || !TryReadEdge(to, axis, out var right) || left > right)
        {
            return Refusals.BadParameter(
                TryReadEdge(from, axis, out _) ? "to" : "from",
                "It is a finite number, and to is not below from.");
        }

        if (columns is < 1 or > MaxColumns)
        {
            return Refusals.BadParameter("columns", $"It is a number from 1 to {MaxColumns}.");
        }

        if (!TryReadId(out var runId) || await FindAsync(runId, name ?? "", cancellationToken) is not { } points)
        {
            return NoSuch("metric");
        }

        var started = axis == MetricAxis.Relative ? await StartedAsync(runId, cancellationToken) : null;
        var window = new MetricWindow { Axis = axis, From = left, To = right, Columns = columns, Started = started };
        return IsNotModified(points.Version, started?.Ticks ?? 0) ? StatusCode(StatusCodes.Status304NotModified)
            : columns is null ? Ok(SeriesModel.Of(points, window))
            : File(answers.Write(points, window), "application/json; charset=utf-8");
    }

    private static bool TryReadEdge(string? text, MetricAxis axis, out double? edge)
    {
        edge = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            edge = number;
            return double.IsFinite(number);
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (axis == MetricAxis.Time && DateTime.TryParse(text, CultureInfo.InvariantCulture, Utc, out var time))
        {
            edge = (time - DateTime.UnixEpoch).TotalMilliseconds;
            return true;
        }

        return false;
    }

    // Finds a metric by its canonical segment, and by its plain name with or without percent-encoded slashes.
    private async Task<MetricPoints?> FindAsync(RunId id, string segment, CancellationToken cancellationToken)
    {
        var plain = segment.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var name = UrlSegment.TryDecode(plain, out var decoded) ? decoded : plain;
        if (await Source.Runs.FindMetricAsync(id, name, cancellationToken) is { } points)
        {
            return points;
        }

        // Names with lone surrogates, which no URL can hold, are found by their encoded form.
        var list = await Source.Runs.ListMetricsAsync(id, cancellationToken);
        var other = list.FirstOrDefault(metric =>
            metric.Name == plain || metric.Name == segment || UrlSegment.Encode(metric.Name) == segment);
        return other is null || other.Name == name ? null : await Source.Runs.FindMetricAsync(id, other.Name, cancellationToken);
    }

    private async Task<DateTime?> StartedAsync(RunId id, CancellationToken cancellationToken) =>
        Source.Catalog.Snapshot.Find(id) is { } run
            ? run.Started
            : await Source.Runs.FindStartAsync(id, cancellationToken);
}
