using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.Sources;
using Sacredboard.Web.TensorBoard;

namespace Sacredboard.Web.Controllers;

/// <summary>Forwards all requests below the address of a TensorBoard to its process.</summary>
[IgnoreAntiforgeryToken]
[RawBody]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class TensorBoardAppController(TensorBoards boards, TensorBoardForwarder forwarder) : Controller
{
    [HttpGet("/{source}/runs/{id}/tensorboard/{**path}")]
    [HttpPost("/{source}/runs/{id}/tensorboard/{**path}")]
    public Task<IActionResult> Run(Source source, string id)
    {
        var urls = new SourceUrls(Request.PathBase, source);
        return urls.TryParse(id, out var runId)
            ? ForwardAsync(TensorBoardAddress.OfRun(source.Name, urls.Segment(runId)), segments: 4)
            : Task.FromResult<IActionResult>(NotFound());
    }

    [HttpGet("/{source}/tensorboard/{key}/{**path}")]
    [HttpPost("/{source}/tensorboard/{key}/{**path}")]
    public Task<IActionResult> Runs(Source source, string key) =>
        ForwardAsync(TensorBoardAddress.OfSelection(source.Name, key), segments: 3);

    private async Task<IActionResult> ForwardAsync(TensorBoardAddress address, int segments)
    {
        var (here, below) = Split(Request.Path.Value!, segments);
        if (!TensorBoardForwarder.IsAllowed(HttpContext))
        {
            return BadRequest();
        }

        if (boards.Known.Find(address) is not { } instance)
        {
            return NotFound();
        }

        if (below.Length == 0)
        {
            // Without the slash, relative links of TensorBoard would be wrong.
            return Redirect($"{Request.PathBase + here}/");
        }

        if (await forwarder.ForwardAsync(HttpContext, instance, here, below))
        {
            return new EmptyResult();
        }

        return WantsPage
            ? Redirect(boards.Known.PageOf(instance, address))
            : new ContentResult
            {
                StatusCode = StatusCodes.Status410Gone,
                Content = "This TensorBoard is not running any more.",
                ContentType = "text/plain"
            };
    }

    private bool WantsPage =>
        Request.Headers["Sec-Fetch-Mode"].ToString() is "navigate" or ""
            && Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private static (string Here, string Below) Split(string path, int segments)
    {
        var end = 0;
        for (var i = 0; i < segments; i++)
        {
            end = path.IndexOf('/', end + 1) is var next and > 0 ? next : path.Length;
        }

        return (path[..end], path[end..]);
    }
}
