namespace Sacredboard.Web.TensorBoard;

/// <summary>How TensorBoard is called on this machine.</summary>
/// <param name="File">The program, an absolute path.</param>
/// <param name="Arguments">What comes before TensorBoard's own arguments, such as <c>-m tensorboard.main</c>.</param>
public sealed record TensorBoardProgram(string File, params IReadOnlyList<string> Arguments)
{
    /// <summary>As one would type it.</summary>
    public override string ToString() => string.Join(' ', [File, .. Arguments]);
}
