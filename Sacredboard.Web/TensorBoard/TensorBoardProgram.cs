namespace Sacredboard.Web.TensorBoard;

/// <summary>The command that runs TensorBoard on this machine.</summary>
/// <param name="File">Absolute path of the program.</param>
/// <param name="Arguments">Arguments before TensorBoard's own, such as <c>-m tensorboard.main</c>.</param>
public sealed record TensorBoardProgram(string File, params IReadOnlyList<string> Arguments)
{
    /// <summary>The command as typed.</summary>
    public override string ToString() => string.Join(' ', [File, .. Arguments]);
}
