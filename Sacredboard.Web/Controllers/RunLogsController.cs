using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Logs;
using Sacredboard.Data.Stores.TensorBoard;
using Sacredboard.Web.Charts;
using Sacredboard.Web.Hosting;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers;

/// <summary>Pictures and distributions of a run's TensorBoard logs, found by the names on its page, never by a path.</summary>
public sealed class RunLogsController : Controller
{
    /// <param name="source">The source of the run.</param>
    /// <param name="id">The URL segment of the run's id.</param>
    /// <param name="name">The name of the pictures as one URL segment.</param>
    /// <param name="place">Index of the step, from 0 in the order of logging.</param>
    /// <param name="picture">Index of the picture among those of one step.</param>
    /// <param name="at">The picture's file and offset; with these the answer never changes and can be cached.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    [HttpGet("/{source}/runs/{id}/pictures/{name}/{place:int}/{picture:int}")]
    public async Task<IActionResult> Picture(
        Source source,
        string id,
        string name,
        int place,
        int picture,
        string? at,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(source, id, name, MediaKind.Image, cancellationToken) is not { } media)
        {
            return NotFound();
        }

        var pictures = await source.Logs.ReadPicturesAsync(media, place, cancellationToken);
        if (picture < 0 || picture >= pictures.Count || PictureType.Of(pictures[picture].Span) is not { } type)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = ResponseHeaders.Sandbox;
        if (at == $"{media.Locations[place].File}-{media.Locations[place].Offset}")
        {
            Response.Headers.CacheControl = "private, max-age=86400";
        }

        return File(pictures[picture].ToArray(), type);
    }

    /// <summary>Quantiles: <c>bands[]</c> has for each of <c>steps[]</c> the values at <c>basisPoints[]</c> (per 10,000).</summary>
    [HttpGet("/{source}/runs/{id}/distributions/{name}")]
    public async Task<IActionResult> Distribution(Source source, string id, string name, CancellationToken cancellationToken)
    {
        if (await FindAsync(source, id, name, MediaKind.Histogram, cancellationToken) is not { } media)
        {
            return NotFound();
        }

        var (steps, bands) = (new List<long>(), new List<double[]>());
        foreach (var place in EvenSteps.Of(media.Locations.Count, RunLogsReader.MaxSteps))
        {
            if (await source.Logs.ReadBandsAsync(media, place, cancellationToken) is { Length: > 0 } band && band.All(double.IsFinite))
            {
                steps.Add(media.Locations[place].Step);
                bands.Add(band);
            }
        }

        return Json(new { basisPoints = HistogramBands.BasisPoints, count = media.Locations.Count, steps, bands });
    }

    private async Task<LoggedMedia?> FindAsync(Source source, string id, string name, MediaKind kind, CancellationToken cancellationToken)
    {
        if (!new SourceUrls(Request.PathBase, source).TryParse(id, out var runId) || !UrlSegment.TryDecode(name, out var text)
            || await source.Logs.ListAsync(runId, cancellationToken) is not { } logs)
        {
            return null;
        }

        return logs.Media.FirstOrDefault(media => media.Kind == kind && media.Name == text);
    }
}
