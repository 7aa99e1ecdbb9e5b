using Microsoft.AspNetCore.Mvc;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Selection;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;
using Sacredboard.Web.TensorBoardPage;

namespace Sacredboard.Web.Controllers;

/// <summary>What can be done with the runs that are selected in a table.</summary>
public sealed class SelectionController : Controller
{
    /// <param name="table">The table with the columns that it shows.</param>
    /// <param name="ids">The URL segments of the selected runs; none for all that match.</param>
    /// <param name="cancellationToken">Ends the search for logs.</param>
    [HttpGet("/{source}/selection")]
    public async Task<IActionResult> Index(TableRequest table, string[] ids, CancellationToken cancellationToken)
    {
        var urls = table.Urls;
        var chosen = ids.Distinct().Take(TensorBoardController.MaxRuns + 1)
            .Select(id => urls.TryParse(id, out var runId) ? runId : (RunId?)null).OfType<RunId>().ToList();
        var actions = new SelectionMaker(table.Resolve(), urls);
        return PartialView(
            "_Actions",
            ids.Length == 0 ? actions.OfAll()
                : chosen.Count > TensorBoardController.MaxRuns ? new()
                : actions.Of(chosen) with { HasLogs = await TensorBoardPageMaker.HasLogsAsync(table.Source, chosen, cancellationToken) });
    }
}
