namespace Sacredboard.Web.TensorBoard;

/// <summary>Where the folders of running TensorBoards lie.</summary>
/// <param name="Place">An absolute path; made when the first one is started.</param>
public sealed record TensorBoardState(string Place);
