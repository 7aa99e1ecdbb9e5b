using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.ColumnsPage;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Controllers;

/// <summary>The page where columns are chosen. It stores nothing: the choice is in the address.</summary>
public sealed class ColumnsController : Controller
{
    [HttpGet("/{source}/columns")]
    public async Task<IActionResult> Index(TableRequest table, string? find, string? edit, CancellationToken cancellationToken)
    {
        var chooser = new ColumnChooser(table.Source, table.Urls, await table.Source.Catalog.WaitForMetricNamesAsync(cancellationToken));
        var model = chooser.Make(table.Resolve(), Request.Query, find ?? "", edit);

        Response.Headers.Vary = "HX-Request";
        if (Request.Headers.ContainsKey("HX-Request"))
        {
            return PartialView("_Chooser", model);
        }

        // A reload must not take the step again.
        return model.Announcement.Length > 0 ? LocalRedirect(chooser.Address(model, edit)) : View(model);
    }
}
