namespace Sacredboard.Web.Tracebacks;

/// <summary>The stored source file that a frame of a traceback is in.</summary>
/// <param name="Url">The page of the file, at the frame's line.</param>
/// <param name="First">The number of the first line around it.</param>
/// <param name="Lines">The lines around it; empty when they could not be read.</param>
/// <param name="Line">The number of the frame's line.</param>
public sealed record FrameSource(string Url, int First, IReadOnlyList<string> Lines, int Line)
{
    /// <summary>
    /// The line that Python printed is another one: the file was changed after Sacred had stored it and before the run failed. Null
    /// when nothing was printed.
    /// </summary>
    public bool? IsOther { get; init; }
}
