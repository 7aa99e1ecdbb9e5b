using Sacredboard.Web.Models.TensorBoard;
using Sacredboard.Web.TensorBoard;

namespace Sacredboard.Web.TensorBoardPage;

/// <summary>Starts and stops TensorBoards on behalf of a page.</summary>
public sealed class TensorBoardActions(TensorBoards boards)
{
    private const string Start = "start";

    /// <param name="action"><c>start</c>; anything else stops it.</param>
    /// <param name="model">What the page showed.</param>
    /// <param name="visitor">Name of the user, for messages.</param>
    /// <returns>The URL to redirect to.</returns>
    /// <exception cref="TensorBoardException">It cannot be started.</exception>
    public async Task<string> ExecuteAsync(string? action, TensorBoardViewModel model, string visitor, CancellationToken cancellationToken)
    {
        if (action == Start)
        {
            var instance = await boards.StartAsync(model.Address, model.Page, model.Links, visitor, cancellationToken);
            return instance.Destination is null ? model.OpeningUrl : model.App;
        }

        await (boards.Known.Find(model.Address)?.StopAsync($"Stopped by {visitor}.") ?? Task.CompletedTask);
        return model.PageUrl;
    }

    /// <summary>The page after an action that failed.</summary>
    public TensorBoardViewModel After(TensorBoardViewModel model, TensorBoardFailure failure) => model with
    {
        Failure = failure,
        Missing = failure.Problem == TensorBoardProblem.NotFound ? failure.Message : model.Missing,
        Others = failure.Problem == TensorBoardProblem.Limit ? [.. boards.Known.AlivePages.Select(Other)] : [],
    };

    private static TensorBoardOther Other((TensorBoardInstance Instance, string Page) alive) =>
        new(alive.Page, string.Join(", ", alive.Instance.Links.Select(link => link.Name)), alive.Instance.Status);
}
