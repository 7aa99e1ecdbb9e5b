using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Queries;
using Sacredboard.Web.Compare;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.Models.Compare;
using Sacredboard.Web.Plots;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Controllers;

/// <summary>What is chosen in the plots of a comparison.</summary>
public sealed class PlotsController(SourceRegistry sources) : Controller
{
    /// <summary>
    /// The runs of a comparison that lie in ranges of its plot, as a query and the addresses of what shows them; 409 when the categories of
    /// an axis have changed since they were drawn.
    /// </summary>
    [HttpGet("/{source}/compare/selection")]
    public IActionResult Selection(Source source)
    {
        if (RangeParameters.Read(Request.Query, out var problem) is not { } ranges)
        {
            return Refusals.BadParameter(problem!.Parameter, problem.Reason, problem.Position);
        }

        var state = CompareUrl.Read(Request.Query, out _);
        var urls = new SourceUrls(Request.PathBase, source);
        var table = ResolvedTable.Of(source, state.Runs);
        if (table.Error is { } error)
        {
            return Refusals.BadParameter("q", error.Message + ".", error.Position);
        }

        var runs = PlottedRuns.Of(source, state.Ids, new RunNames(sources, source), table, int.MaxValue);
        var queries = table.Snapshot.Queries();
        var drawn = Request.Query["axis"];
        if (queries.Plot(runs.Runs, [.. ranges.Select(range => range.Field)])
            .Where((column, i) => drawn.ElementAtOrDefault(i) is { Length: > 0 } axis
                && axis != ValueColumnModel.Of(column, pixels: null).Axis)
            .Any())
        {
            return Refusals.Refused(
                StatusCodes.Status409Conflict,
                "The axis has changed",
                "Runs with other values have come since it was drawn: load the page again.");
        }

        return Json(PlotSelectionModel.Of(queries.Select(runs.Query, runs.Runs, ranges), state, urls));
    }
}
