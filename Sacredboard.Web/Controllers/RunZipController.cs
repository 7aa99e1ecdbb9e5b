using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Files;
using Sacredboard.Web.RunPage;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers;

/// <summary>Several files of a run at once, sent while they are read.</summary>
public sealed class RunZipController : Controller
{
    /// <param name="source">The source of the run.</param>
    /// <param name="id">The URL segment of the run's id.</param>
    /// <param name="file">The ids of the files; all of the run if none is given.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    [HttpGet("/{source}/runs/{id}/files.zip")]
    public async Task<IActionResult> Files(Source source, string id, string[] file, CancellationToken cancellationToken)
    {
        if (!TryParse(source, id, out var run) || !await source.Runs.ExistsAsync(run, cancellationToken))
        {
            return NotFound();
        }

        var all = await source.Runs.ListFilesAsync(run, cancellationToken);
        var wanted = file.ToHashSet(StringComparer.Ordinal);
        await using var zip = await BeginAsync(source, run, $"files-{run}", cancellationToken);
        foreach (var item in all.Where(item => wanted.Count == 0 || wanted.Contains(item.Id)))
        {
            await zip.AddAsync(FolderOf(item.Kind), item, cancellationToken);
        }

        await zip.AddLeftOutAsync(cancellationToken);
        return new EmptyResult();
    }

    /// <summary>The same for more files than an address can name.</summary>
    [HttpPost("/{source}/runs/{id}/files.zip")]
    public Task<IActionResult> Chosen(Source source, string id, [FromForm] string[] file, CancellationToken cancellationToken) =>
        Files(source, id, file, cancellationToken);

    /// <summary>Sources, config and packages, to start the run once more.</summary>
    [HttpGet("/{source}/runs/{id}/repeat.zip")]
    public async Task<IActionResult> Repeat(Source source, string id, CancellationToken cancellationToken)
    {
        if (!TryParse(source, id, out var run)
            || await source.Runs.FindEncodedAsync(run, new(RunTrees.Config), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        var files = await source.Runs.ListFilesAsync(run, cancellationToken);
        await using var zip = await BeginAsync(source, run, $"{found.Summary.Experiment ?? "run"}-{run}", cancellationToken);
        await RunRepeat.WriteAsync(zip, found, files, cancellationToken);
        return new EmptyResult();
    }

    /// <summary>The packages of the run, as pip reads them.</summary>
    [HttpGet("/{source}/runs/{id}/requirements.txt")]
    public async Task<IActionResult> Requirements(Source source, string id, CancellationToken cancellationToken)
    {
        if (!TryParse(source, id, out var run) || await source.Runs.FindAsync(run, new(RunTrees.None), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Response.SetFileName("requirements.txt");
        return Content(RunRepeat.Requirements(found), MediaTypeNames.Text.Plain, Encoding.UTF8);
    }

    private bool TryParse(Source source, string id, out RunId run) => new SourceUrls(Request.PathBase, source).TryParse(id, out run);

    private Task<RunZip> BeginAsync(Source source, RunId run, string name, CancellationToken cancellationToken)
    {
        // The few bytes that end an entry are written by .NET in no other way.
        HttpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        Response.ContentType = MediaTypeNames.Application.Zip;
        Response.SetFileName($"{DownloadName.Clean(name, "run")}.zip");
        return RunZip.CreateAsync(Response.Body, source.Runs, run, cancellationToken);
    }

    private static string FolderOf(RunFileKind kind) => kind switch
    {
        RunFileKind.Artifact => "artifacts/",
        RunFileKind.Source => "sources/",
        _ => "resources/",
    };
}
