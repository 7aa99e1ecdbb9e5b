using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.Compare;
using Sacredboard.Web.ComparePage;
using Sacredboard.Web.Curves;
using Sacredboard.Web.Files;
using Sacredboard.Web.Models.Compare;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers;

/// <summary>A comparison as files that need nothing else: a page to keep and print, and charts and tables for a paper.</summary>
public sealed class CompareReportController(
    SourceRegistry sources, CatalogWaiter waiter, IWebHostEnvironment environment, TimeProvider time) : Controller
{
    private const string StyleSheet = "css/report.css";

    [HttpGet("/{source}/compare/report.html")]
    public async Task<IActionResult> Page(Source source, CancellationToken cancellationToken)
    {
        var report = await MakeAsync(source, isFile: false, cancellationToken);
        if (report is not { IsLoaded: true })
        {
            return Nothing(source, report);
        }

        using var style = new StreamReader(environment.WebRootFileProvider.GetFileInfo(StyleSheet).CreateReadStream());
        report = report with { Style = await style.ReadToEndAsync(cancellationToken) + ChartSvg.Style };
        Response.SetFileName($"{source.Name}-compare.html");
        return View("~/Views/Compare/Report.cshtml", report);
    }

    [HttpGet("/{source}/compare/report.zip")]
    public async Task<IActionResult> Files(Source source, CancellationToken cancellationToken)
    {
        var report = await MakeAsync(source, isFile: true, cancellationToken);
        if (report is not { IsLoaded: true })
        {
            return Nothing(source, report);
        }

        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (i, chart) in report.Charts.Index())
            {
                Add(zip, $"charts/{i + 1:00} {DownloadName.Clean(chart.Name, "chart")}.svg", chart.Svg);
            }

            var table = new CompareTableFile([.. report.Page.Legend.Select(entry => entry.Title)], (CompareTable)report.Page.Content!);
            foreach (var ending in CompareTableFile.ContentTypes.Keys)
            {
                Add(zip, $"table.{ending}", table.Write(ending));
            }

            Add(zip, "about.txt", $"{report.Address}\n{Formatting.TimeText.Exact(report.At.UtcDateTime)}\n\n{report.Page.State.Note}\n\n"
                + string.Join('\n', report.Tests?.Sentences ?? []));
        }

        Response.SetFileName($"{source.Name}-compare.zip");
        return File(file.ToArray(), "application/zip");
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    // Runs may have come while their report was made.
    private ObjectResult Nothing(Source source, CompareReport? report) => report is not null || source.Catalog.State.IsLoading
            || CompareRequest.IsNeverReached(source)
        ? Refusals.NotLoaded(Response, source)
        : Refusals.Refused(StatusCodes.Status404NotFound, "There are no runs to compare", "Name them by ids, q or group.");

    private Task<CompareReport?> MakeAsync(Source source, bool isFile, CancellationToken cancellationToken)
    {
        // There is nothing to wait for.
        if (CompareRequest.IsNeverReached(source))
        {
            return Task.FromResult<CompareReport?>(null);
        }

        var reader = new CompareReader(sources, waiter, time);
        return new ReportMaker(reader, time.GetUtcNow()).MakeAsync(
            source,
            new(Request.PathBase, source),
            CompareUrl.Read(Request.Query, out _),
            $"{Request.Scheme}://{Request.Host}",
            isFile,
            cancellationToken);
    }
}
