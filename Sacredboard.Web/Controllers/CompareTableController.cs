using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.Compare;
using Sacredboard.Web.ComparePage;
using Sacredboard.Web.Files;
using Sacredboard.Web.Models.Compare;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Controllers;

/// <summary>The table of a comparison as a file: the address of the page with a name and an ending. Waits for figures of metrics.</summary>
public sealed class CompareTableController(SourceRegistry sources, CatalogWaiter waiter, TimeProvider time) : Controller
{
    [HttpGet("/{source}/compare/table.md")]
    public Task<IActionResult> Markdown(Source source, CancellationToken cancellationToken) => SendAsync(source, "md", cancellationToken);

    [HttpGet("/{source}/compare/table.tex")]
    public Task<IActionResult> Latex(Source source, CancellationToken cancellationToken) => SendAsync(source, "tex", cancellationToken);

    [HttpGet("/{source}/compare/table.csv")]
    public Task<IActionResult> Csv(Source source, CancellationToken cancellationToken) => SendAsync(source, "csv", cancellationToken);

    private async Task<IActionResult> SendAsync(Source source, string ending, CancellationToken cancellationToken)
    {
        var state = CompareUrl.Read(Request.Query, out var problems) with { Tab = CompareTab.Table };
        if (problems is [var problem, ..])
        {
            return Refusals.BadParameter(problem.Parameter, problem.Reason, problem.Position);
        }

        if (CompareRequest.IsNeverReached(source))
        {
            return Refusals.NotLoaded(Response, source);
        }

        var (request, page) = await new CompareReader(sources, waiter, time).ReadAsync(
            source, new(Request.PathBase, source), state, TimeSpan.FromSeconds(TableWait.Default), cancellationToken);
        if (!request.IsLoaded)
        {
            return Refusals.NotLoaded(Response, source);
        }

        if (page.Content is not CompareTable table)
        {
            return Refusals.Refused(StatusCodes.Status404NotFound, "There are no runs to compare", "Name them by ids, q or group.");
        }

        if (table.Progress is { } progress)
        {
            Response.Headers.RetryAfter = "2";
            return Refusals.Refused(StatusCodes.Status503ServiceUnavailable, "Not all metrics have been read yet", progress);
        }

        var file = new CompareTableFile([.. page.Legend.Select(entry => entry.Title)], table);
        Response.SetFileName($"{source.Name}-compare.{ending}");
        return Content(file.Write(ending), CompareTableFile.ContentTypes[ending]);
    }
}
