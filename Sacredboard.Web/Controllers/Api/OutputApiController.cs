using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Terminal;

namespace Sacredboard.Web.Controllers.Api;

[Tags("Runs")]
public sealed class OutputApiController : ApiController
{
    private const string TextType = "text/plain; charset=utf-8";

    [HttpGet("/api/v1/{source}/runs/{id}/output")]
    [EndpointSummary("What a run printed")]
    [EndpointDescription("As captured, with all control characters. X-Output-Length is the length of the whole output in UTF-16 units, "
        + "X-Output-From "
        + "where this part begins: ask next from X-Output-From plus the length of what you got. No part begins or ends inside a "
            + "surrogate pair.")]
    [ProducesResponseType<string>(StatusCodes.Status200OK, "text/plain")]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")]
    public async Task<IActionResult> Read(
        [Description("The id as the list gives it.")] string id,
        [FromQuery, Description("Where to begin, in UTF-16 units from the start.")] long from = 0,
        [FromQuery, Description("Maximum number of units; all if left out.")] int? max = null,
        [FromQuery, Description("Instead of from and max: this many units from the end.")] int? tail = null,
        CancellationToken cancellationToken = default)
    {
        if (from < 0 || max < 0 || tail < 0)
        {
            return Refusals.BadParameter(from < 0 ? "from" : max < 0 ? "max" : "tail", "It is a number from 0.");
        }

        if (tail is not null && (from != 0 || max is not null))
        {
            return Refusals.BadParameter("tail", "It is given instead of from and max, not with them.");
        }

        if (!TryReadId(out var runId) || await BeginAsync(runId, from, max, tail, cancellationToken) is not { } output)
        {
            return NoSuch("run");
        }

        Response.Headers["X-Output-Length"] = output.Length.ToString(CultureInfo.InvariantCulture);
        Response.Headers["X-Output-From"] = output.From.ToString(CultureInfo.InvariantCulture);
        Response.ContentType = TextType;
        await OutputText.WriteAsync(Source.Runs, runId, output, max, Response.Body, cancellationToken);
        return new EmptyResult();
    }

    // At most a part of what is asked for; the rest follows while it is sent.
    private async Task<RunOutput?> BeginAsync(RunId run, long from, int? max, int? tail, CancellationToken cancellationToken)
    {
        if (tail is { } last)
        {
            var end = await Source.Runs.ReadOutputAsync(run, OutputRange.Last(Math.Min(last, OutputText.PartLength)), cancellationToken);
            if (end is null || last <= OutputText.PartLength)
            {
                return end;
            }

            from = Math.Max(0, end.Length - last);
        }

        var part = Math.Min(max ?? OutputText.PartLength, OutputText.PartLength);
        return await Source.Runs.ReadOutputAsync(run, OutputRange.Since(from, part), cancellationToken);
    }
}
