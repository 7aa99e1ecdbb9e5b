using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.Models.TensorBoard;
using Sacredboard.Web.TensorBoard;
using Sacredboard.Web.TensorBoardPage;

namespace Sacredboard.Web.Controllers;

/// <summary>The answers of pages about a TensorBoard of one or several runs.</summary>
internal static class TensorBoardAnswers
{
    private const string StatusPart = "status";

    /// <summary>The page, the part of it that changes, or a redirect to TensorBoard if the page waits for it.</summary>
    public static IActionResult Page(
        this Controller controller,
        TensorBoardViewModel model,
        string? part,
        Func<TensorBoardViewModel, IActionResult> page) =>
        part == StatusPart ? controller.PartialView("~/Views/TensorBoard/_Status.cshtml", model)
        : model.IsOpen ? controller.Redirect(model.App)
        : page(model);

    /// <summary>Starts or stops TensorBoard; if that fails, the page shows why.</summary>
    public static async Task<IActionResult> ActAsync(
        this Controller controller, TensorBoardActions actions, string? action, TensorBoardViewModel model,
        Func<TensorBoardViewModel, IActionResult> page, CancellationToken cancellationToken)
    {
        try
        {
            controller.Response.Headers.Location = await actions.ExecuteAsync(
                action,
                model,
                controller.HttpContext.Visitor(),
                cancellationToken);
            return controller.StatusCode(StatusCodes.Status303SeeOther);
        }
        catch (TensorBoardException exception)
        {
            controller.Response.StatusCode = StatusCodes.Status409Conflict;
            return page(actions.After(model, exception.Failure));
        }
    }
}
